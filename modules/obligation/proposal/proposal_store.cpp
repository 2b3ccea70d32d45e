#include "obligation/proposal/proposal_store.hpp"

#include <array>
#include <limits>
#include <utility>

#include "calendar/moment.hpp"
#include "obligation/limits.hpp"
#include "obligation/sql.hpp"

namespace caicach::obligation
{
namespace
{

using Kind = ProposalStep::Kind;

constexpr std::int64_t behind_all = std::numeric_limits<std::int64_t>::max();

struct StepText {
    Kind kind{};
    std::string_view name{};
    std::string_view label{};
};
/// In the order of their enumerators.
constexpr std::array<StepText, 7> step_texts{{
    {Kind::proposed, "proposed", "Đề nghị"},
    {Kind::countered, "countered", "Đề nghị khác"},
    {Kind::agreed, "agreed", "Đồng ý"},
    {Kind::refused, "refused", "Không nhận"},
    {Kind::withdrawn, "withdrawn", "Rút đề nghị"},
    {Kind::lapsed, "lapsed", "Hết hiệu lực"},
    {Kind::passed_on, "passed_on", "Chuyển cho cơ quan tiếp nhận"},
}};

ProposalTerms terms_from(const database::Row& row)
{
    return {.content = row.string("content"),
            .measure = row.string("measure"),
            .needed = row.integer("needed"),
            .due_on = row.maybe_date("due_on")};
}

Proposal proposal_from(const database::Row& row)
{
    return {.id = row.id<ProposalId>("id"),
            .code = row.string("code"),
            .whole = row.id<ObligationId>("whole_id"),
            .plan = row.id<plan::PlanId>("plan_id"),
            .lineage = row.id<plan::ItemId>("lineage"),
            .giver = row.id<organisation::AgencyId>("giver_id"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .state = proposal_state_from(row.text("state")),
            .terms = terms_from(row),
            .later = row.integer("later") != 0,
            .changed_at = row.instant("changed_at"),
            .version = row.integer("version")};
}

ListedProposal listed_from(const database::Row& row)
{
    return {.proposal = proposal_from(row), .work = work_from(row)};
}

ProposalStep step_from(const database::Row& row)
{
    return {.kind = proposal_step_from(row.text("step")),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .account = row.id<AccountId>("account_id"),
            .taken_at = row.instant("taken_at"),
            .text = row.string("text"),
            .terms = terms_from(row)};
}

Result<Proposal> found_or_gone(Result<std::optional<Proposal>> found)
{
    auto proposal = TRY(std::move(found));
    if (!proposal) return failure(Failure::not_found, "obligation.proposal.not_found");
    return std::move(*proposal);
}

}  // namespace

std::string_view name_of(ProposalStep::Kind kind)
{
    return step_texts[static_cast<std::size_t>(kind)].name;
}

std::string_view label_of(ProposalStep::Kind kind)
{
    return step_texts[static_cast<std::size_t>(kind)].label;
}

ProposalStep::Kind proposal_step_from(std::string_view name)
{
    for (const auto& text : step_texts)
        if (text.name == name) return text.kind;
    return Kind::lapsed;
}

Result<Proposal> ProposalStore::find(std::string_view code)
{
    return found_or_gone(m_transaction.maybe_one(sql::proposal_by_code, proposal_from, code));
}

Result<Proposal> ProposalStore::find(ProposalId id)
{
    return found_or_gone(m_transaction.maybe_one(sql::proposal_by_id, proposal_from, id));
}

Result<std::vector<Proposal>> ProposalStore::of(ObligationId whole)
{
    return m_transaction.all(sql::proposals_of, proposal_from, whole, limits::proposals_max);
}

Result<std::vector<Proposal>> ProposalStore::of_plan(plan::PlanId plan)
{
    return m_transaction.all(sql::proposals_of_plan, proposal_from, plan);
}

Result<std::vector<ListedProposal>> ProposalStore::of_agency(organisation::AgencyId agency,
                                                             ProposalBox box, ProposalId after,
                                                             int limit)
{
    if (box == ProposalBox::settled)
        return m_transaction.all(sql::proposals_settled, listed_from, agency,
                                 after ? after : ProposalId{behind_all}, limit);
    const std::string_view who = box == ProposalBox::own ? "own" : "others";
    return m_transaction.all(sql::proposals_waiting, listed_from, agency, who, after, limit);
}

Result<ProposalsWaiting> ProposalStore::waiting_of(organisation::AgencyId agency)
{
    const auto waiting = [](const database::Row& row) {
        return ProposalsWaiting{.own = row.integer("own"),
                                .own_since = row.maybe_instant("own_since"),
                                .others = row.integer("others"),
                                .others_since = row.maybe_instant("others_since")};
    };
    return m_transaction.one(sql::proposals_waiting_count, waiting, agency);
}

Result<std::vector<Proposal>> ProposalStore::waiting_since(Date day,
                                                           const std::optional<Proposal>& after,
                                                           int limit)
{
    return m_transaction.all(
        sql::proposals_waiting_since, proposal_from, after ? after->changed_at : instant_at(day, 0),
        after ? after->id : ProposalId{}, instant_at(day.plus_days(1), 0), limit);
}

Result<bool> ProposalStore::add_reminder(const Proposal& proposal, AccountId account,
                                         std::string_view rule, Instant now)
{
    const auto added = TRY(m_transaction.change(sql::insert_proposal_reminder, proposal.id,
                                                proposal.version, account, rule, now));
    return added == 1;
}

Result<void> ProposalStore::add(const Proposal& proposal)
{
    const auto& terms = proposal.terms;
    return m_transaction.change_one(
        sql::insert_proposal, proposal.id, proposal.code, proposal.whole, proposal.plan,
        proposal.lineage, proposal.giver, proposal.agency, name_of(proposal.state), terms.content,
        terms.measure, terms.needed, terms.due_on, proposal.later ? 1 : 0, proposal.changed_at);
}

Result<void> ProposalStore::save(Proposal& proposal)
{
    const auto& terms = proposal.terms;
    TRY(m_transaction.change_one(sql::save_proposal, proposal.id, proposal.whole, proposal.giver,
                                 proposal.agency, name_of(proposal.state), terms.content,
                                 terms.measure, terms.needed, terms.due_on, proposal.later ? 1 : 0,
                                 proposal.changed_at, proposal.version));
    ++proposal.version;
    return {};
}

Result<void> ProposalStore::add_step(ProposalId proposal, const ProposalStep& step)
{
    const auto& terms = step.terms;
    return m_transaction.change_one(sql::insert_proposal_step, make_id<ProposalId>(), proposal,
                                    name_of(step.kind), step.agency, step.account, step.taken_at,
                                    step.text, terms.content, terms.measure, terms.needed,
                                    terms.due_on);
}

Result<std::vector<ProposalStep>> ProposalStore::steps(ProposalId proposal)
{
    return m_transaction.all(sql::steps_of_proposal, step_from, proposal,
                             limits::proposal_steps_max);
}

}  // namespace caicach::obligation
