#include "obligation/proposal/proposal_steps.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "crypto/public_code.hpp"
#include "json/value.hpp"
#include "manifest/change_detail.hpp"
#include "obligation/acting.hpp"
#include "obligation/cascade/handing_on.hpp"
#include "obligation/cascade/part_store.hpp"
#include "obligation/heirs.hpp"
#include "obligation/limits.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/permissions.hpp"
#include "obligation/proposal/proposal_paths.hpp"
#include "obligation/reminder/news.hpp"
#include "obligation/role/insight.hpp"
#include "obligation/role/item_role.hpp"
#include "text/number.hpp"
#include "text/text.hpp"

namespace caicach::obligation
{
namespace
{

using Kind = ProposalStep::Kind;

organisation::AgencyId agency_on(const Proposal& proposal, Side side)
{
    return side == Side::giver ? proposal.giver : proposal.agency;
}

Side opposite(Side side) { return side == Side::giver ? Side::agency : Side::giver; }

bool acts_for(const Context& context, organisation::AgencyId agency)
{
    const auto own = organisation::agency_of(context.actor().agency);
    return own && own == agency;
}

/// Of a coordinator of the whole province, or of the branch of both.
Result<void> check_one_side(const Context& context, database::Transaction& transaction,
                            const Proposal& proposal, const Obligation& whole)
{
    if (context.actor().is_system || acts_for(context, proposal.agency)) return {};
    const bool may_for_both = TRY(may_for(context, transaction, hand_on_work, whole));
    if (may_for_both) return failure(Failure::forbidden, "obligation.proposal.both_sides");
    return {};
}

/// Who works at both agencies changes sides with one click.
Result<void> check_other_person(const Context& context, database::Transaction& transaction,
                                const Proposal& proposal)
{
    if (context.actor().is_system) return {};
    const auto steps = TRY(ProposalStore{transaction}.steps(proposal.id));
    const auto last = std::ranges::find_if(steps.rbegin(), steps.rend(), [](const auto& step) {
        return step.kind == Kind::proposed || step.kind == Kind::countered;
    });
    if (last == steps.rend() || last->account != context.actor().account) return {};
    return failure(Failure::forbidden, "obligation.proposal.own_terms");
}

Result<void> require_reason(std::string_view reason, const std::string& field)
{
    if (text::trim(reason).empty())
        return failure(Failure::invalid, "obligation.proposal.reason_missing", field);
    return {};
}

Result<void> check_terms(const Context& context, const Obligation& whole,
                         const ProposalTerms& terms)
{
    if (text::trim(terms.content).empty())
        return failure(Failure::invalid, "obligation.proposal.content_missing", "content");
    return check_part_due(context, whole, terms.due_on, "due_on");
}

/// "Viết 2 bài; 2 tin, bài, hạn 27/03/2026. Cả các kỳ sau."
std::string words_of(const Proposal& proposal, const Obligation& whole)
{
    const auto& terms = proposal.terms;
    auto said = terms.content + " (" + text::format_integer(terms.needed) + " " +
                (whole.unit.empty() ? std::string{"lần"} : whole.unit) + ", hạn " +
                terms.due_on.value_or(whole.due_on).vietnamese() + ").";
    if (!terms.measure.empty()) said += " Biện pháp: " + terms.measure + ".";
    if (proposal.later) said += " Cả các kỳ sau.";
    return said;
}

std::string what_of(Kind kind)
{
    switch (kind) {
        case Kind::proposed:
            return "Đề nghị nhận một phần việc";
        case Kind::countered:
            return "Đề nghị khác về phần việc";
        case Kind::agreed:
            return "Đã thống nhất phần việc";
        case Kind::refused:
            return "Không nhận phần việc";
        case Kind::withdrawn:
            return "Rút đề nghị về phần việc";
        case Kind::lapsed:
            return "Đề nghị về phần việc hết hiệu lực";
        case Kind::passed_on:
            return "Phần việc chuyển cho cơ quan tiếp nhận";
    }
    return {};
}

/// Who speaks for the agency that is asked; who does the whole; of what is agreed all who will do
/// it.
Result<void> tell_side(Context& context, database::Transaction& transaction,
                       const Proposal& proposal, const ProposalStep& step, Side side)
{
    const auto whole = TRY(ObligationStore{transaction}.find(proposal.whole));
    const auto task = TRY(task_of(transaction, whole));
    People people{transaction, context.today()};
    People::Accounts accounts;
    if (side == Side::giver)
        accounts = TRY(people.concerned(whole));
    else if (step.kind == Kind::agreed)
        accounts = TRY(people.staff(proposal.agency));
    else
        accounts = TRY(people.speakers(proposal.agency));
    auto said = words_of(proposal, whole);
    if (!step.text.empty()) said = "Lý do: " + step.text + "\n" + said;
    return tell(context, transaction, accounts,
                {.what = what_of(step.kind),
                 .about = about_of(task),
                 .agency = step.agency,
                 .text = said,
                 .path = proposal_path(proposal.code),
                 .key = "proposal/" + proposal.code + "/" + std::to_string(proposal.version)});
}

json::Value detail_of(const Proposal& proposal, std::string_view text)
{
    auto detail = json::Value::object()
                      .set("agency", proposal.agency.value)
                      .set("needed", proposal.terms.needed)
                      .set("content", proposal.terms.content);
    if (proposal.terms.due_on) detail.set("due", proposal.terms.due_on->iso());
    if (!text.empty()) detail.set("text", std::string{text});
    return detail;
}

Result<void> append(Context& context, database::Transaction& transaction, const Proposal& proposal,
                    ProposalStep& step)
{
    step.taken_at = context.now();
    step.account = context.actor().account;
    step.terms = proposal.terms;
    TRY(ProposalStore{transaction}.add_step(proposal.id, step));
    const auto action = "obligation.proposal." + std::string{name_of(step.kind)};
    return context.record(transaction, action, "obligation.proposal", proposal.id.value,
                          beginning_detail(detail_of(proposal, step.text)));
}

/// Found, allowed, of the version that was seen, and not without end.
Result<Obligation> begin(const Context& context, database::Transaction& transaction,
                         const ProposalDeed& deed, Side side)
{
    auto whole = TRY(ObligationStore{transaction}.find(deed.proposal.whole));
    TRY(require_side(context, transaction, deed.proposal, whole, side));
    if (deed.proposal.version != deed.version)
        return failure(Failure::conflict, "base.changed_meanwhile");
    const auto steps = TRY(ProposalStore{transaction}.steps(deed.proposal.id));
    if (steps.size() >= static_cast<std::size_t>(limits::proposal_steps_max))
        return failure(Failure::conflict, "obligation.proposal.too_many_steps", "",
                       {std::to_string(limits::proposal_steps_max)});
    return whole;
}

/// Saves it as it became, and says so to the other side.
Result<void> take(Context& context, database::Transaction& transaction, Proposal proposal,
                  Side side, Kind kind, std::string_view text = {})
{
    proposal.changed_at = context.now();
    TRY(ProposalStore{transaction}.save(proposal));
    ProposalStep step{.kind = kind,
                      .agency = acting_for(context, agency_on(proposal, side)),
                      .text = std::string{text}};
    TRY(append(context, transaction, proposal, step));
    // What is agreed is work of the cooperating agency's people, whoever said yes last.
    if (kind == Kind::agreed && side == Side::agency)
        TRY(tell_side(context, transaction, proposal, step, side));
    return tell_side(context, transaction, proposal, step, opposite(side));
}

Result<void> check_named(database::Transaction& transaction, const Proposal& proposal,
                         const Obligation& whole)
{
    const auto named = TRY(cooperating(transaction, whole));
    if (std::ranges::find(named, proposal.agency) != named.end()) return {};
    return failure(Failure::conflict, "obligation.proposal.not_named");
}

/// A proposal that stands, or a part: neither is proposed once more.
Result<std::optional<Proposal>> before_of(database::Transaction& transaction,
                                          const Obligation& whole, organisation::AgencyId agency)
{
    const auto parts = TRY(PartStore{transaction}.of(whole.id));
    const bool has_part = std::ranges::any_of(parts, [&](const Part& part) {
        return part.obligation.agency == agency && part.obligation.closing != Closing::closed;
    });
    const auto all = TRY(ProposalStore{transaction}.of(whole.id));
    const auto found = std::ranges::find(all, agency, &Proposal::agency);
    const bool stands = found != all.end() && found->is_waiting();
    if (has_part || stands)
        return failure(Failure::invalid, "obligation.proposal.there_already", "agency");
    if (found != all.end()) return std::optional{*found};
    if (all.size() >= static_cast<std::size_t>(limits::proposals_max))
        return failure(Failure::conflict, "obligation.proposal.too_many", "",
                       {std::to_string(limits::proposals_max)});
    return std::optional<Proposal>{};
}

}  // namespace

Result<std::vector<organisation::AgencyId>> cooperating(database::Transaction& transaction,
                                                        const Obligation& whole)
{
    const auto roles = TRY(roles_of(transaction, whole.plan, whole.lineage));
    std::vector<organisation::AgencyId> named;
    for (const auto& one : roles)
        if (one.role == plan::Role::support && one.agency != whole.agency)
            named.push_back(one.agency);
    return named;
}

Result<void> check_proposing(const Context& context, database::Transaction& transaction,
                             const Obligation& whole)
{
    TRY(require_for(context, transaction, hand_on_work, whole));
    if (whole.is_part()) return failure(Failure::conflict, "obligation.proposal.of_part");
    if (!whole.is_owed()) return failure(Failure::conflict, "obligation.closed");
    // Each agency makes its own plan; nobody makes a part of another's.
    if (whole.product == "own_plan") return failure(Failure::conflict, "obligation.part.own_plan");
    // A part would be overdue on the day on which it is agreed.
    if (whole.due_on < context.today())
        return failure(Failure::conflict, "obligation.proposal.whole_late");
    return {};
}

Result<Proposal> propose(Context& context, database::Transaction& transaction,
                         const Obligation& whole, const NewProposal& wanted)
{
    TRY(check_proposing(context, transaction, whole));
    const auto named = TRY(cooperating(transaction, whole));
    if (std::ranges::find(named, wanted.agency) == named.end())
        return failure(Failure::invalid, "obligation.proposal.stranger", "agency");
    TRY(check_terms(context, whole, wanted.terms));
    const auto before = TRY(before_of(transaction, whole, wanted.agency));
    if (before) {
        TRY(propose_again(context, transaction, {*before, before->version}, wanted.terms,
                          wanted.reach));
        return ProposalStore{transaction}.find(before->id);
    }
    Proposal proposal{.id = make_id<ProposalId>(),
                      .code = crypto::make_public_code(),
                      .whole = whole.id,
                      .plan = whole.plan,
                      .lineage = whole.lineage,
                      .giver = whole.agency,
                      .agency = wanted.agency,
                      .terms = wanted.terms,
                      .later = wanted.reach == Reach::later_periods,
                      .changed_at = context.now(),
                      .version = 1};
    if (acts_for(context, wanted.agency))
        return failure(Failure::forbidden, "obligation.proposal.other_side");
    TRY(ProposalStore{transaction}.add(proposal));
    ProposalStep step{.kind = Kind::proposed, .agency = acting_for(context, whole.agency)};
    TRY(append(context, transaction, proposal, step));
    TRY(tell_side(context, transaction, proposal, step, Side::agency));
    return proposal;
}

Result<void> propose_again(Context& context, database::Transaction& transaction,
                           const ProposalDeed& deed, const ProposalTerms& terms, Reach reach)
{
    const auto whole = TRY(begin(context, transaction, deed, Side::giver));
    TRY(check_proposing(context, transaction, whole));
    TRY(check_named(transaction, deed.proposal, whole));
    TRY(check_terms(context, whole, terms));
    auto proposal = deed.proposal;
    TRY(proposal.propose(terms));
    proposal.later = reach == Reach::later_periods;
    return take(context, transaction, std::move(proposal), Side::giver, Kind::proposed);
}

Result<void> counter(Context& context, database::Transaction& transaction, const ProposalDeed& deed,
                     const ProposalTerms& terms, std::string_view reason)
{
    const auto whole = TRY(begin(context, transaction, deed, Side::agency));
    TRY(check_terms(context, whole, terms));
    TRY(require_reason(reason, "reason"));
    auto proposal = deed.proposal;
    TRY(proposal.counter(terms));
    return take(context, transaction, std::move(proposal), Side::agency, Kind::countered, reason);
}

Result<void> agree(Context& context, database::Transaction& transaction, const ProposalDeed& deed)
{
    const auto side = answering_side(deed.proposal);
    const auto whole = TRY(begin(context, transaction, deed, side));
    auto proposal = deed.proposal;
    TRY(proposal.agree());
    TRY(check_other_person(context, transaction, proposal));
    if (!whole.is_owed()) return failure(Failure::conflict, "obligation.closed");
    TRY(check_named(transaction, proposal, whole));
    const auto due = std::min(proposal.terms.due_on.value_or(whole.due_on), whole.due_on);
    if (due < context.today()) return failure(Failure::conflict, "obligation.proposal.due_over");
    const AgreedPart agreed{.proposal = proposal.id,
                            .agency = proposal.agency,
                            .terms = {.needed = proposal.terms.needed,
                                      .due_on = proposal.terms.due_on,
                                      .note = note_of(proposal.terms)}};
    TRY(give_agreed(context, transaction, whole, agreed,
                    proposal.later ? Reach::later_periods : Reach::this_period));
    return take(context, transaction, std::move(proposal), side, Kind::agreed);
}

Result<void> refuse(Context& context, database::Transaction& transaction, const ProposalDeed& deed,
                    std::string_view reason)
{
    TRY(begin(context, transaction, deed, Side::agency));
    TRY(require_reason(reason, "refusal"));
    auto proposal = deed.proposal;
    TRY(proposal.refuse());
    return take(context, transaction, std::move(proposal), Side::agency, Kind::refused, reason);
}

Result<void> withdraw_proposal(Context& context, database::Transaction& transaction,
                               const ProposalDeed& deed, std::string_view note)
{
    TRY(begin(context, transaction, deed, Side::giver));
    auto proposal = deed.proposal;
    TRY(proposal.withdraw());
    return take(context, transaction, std::move(proposal), Side::giver, Kind::withdrawn, note);
}

Result<void> note_step(Context& context, database::Transaction& transaction,
                       const Proposal& proposal, ProposalStep step)
{
    TRY(append(context, transaction, proposal, step));
    TRY(tell_side(context, transaction, proposal, step, Side::giver));
    return tell_side(context, transaction, proposal, step, Side::agency);
}

Result<ProposalRights> rights_of(const Context& context, database::Transaction& transaction,
                                 const Proposal& proposal, const Obligation& whole)
{
    ProposalRights rights;
    const auto insight = TRY(insight_into(context, transaction, whole));
    rights.may_see =
        insight == Insight::whole || context.may(see_work, organisation::scope_of(proposal.agency));
    const bool is_giver =
        require_side(context, transaction, proposal, whole, Side::giver).has_value();
    const bool is_agency =
        require_side(context, transaction, proposal, whole, Side::agency).has_value();
    const bool may_answer = answering_side(proposal) == Side::giver ? is_giver : is_agency;
    if (proposal.is_waiting() && may_answer)
        rights.may_agree = check_other_person(context, transaction, proposal).has_value();
    rights.may_counter = is_agency && proposal.state == ProposalState::proposed;
    rights.may_withdraw = is_giver && proposal.is_waiting();
    if (!is_giver || !check_proposing(context, transaction, whole)) return rights;
    rights.may_propose = check_named(transaction, proposal, whole).has_value();
    return rights;
}

Result<void> require_side(const Context& context, database::Transaction& transaction,
                          const Proposal& proposal, const Obligation& whole, Side side)
{
    if (side == Side::giver)
        TRY(require_for(context, transaction, hand_on_work, whole));
    else
        TRY(context.require(hand_on_work, organisation::scope_of(proposal.agency)));
    if (acts_for(context, agency_on(proposal, opposite(side))))
        return failure(Failure::forbidden, "obligation.proposal.other_side");
    if (side == Side::giver) return {};
    return check_one_side(context, transaction, proposal, whole);
}

Side answering_side(const Proposal& proposal)
{
    return proposal.state == ProposalState::proposed ? Side::agency : Side::giver;
}

}  // namespace caicach::obligation
