#include "obligation/proposal/proposal_handlers.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "identity/api.hpp"
#include "obligation/board/downloads.hpp"
#include "obligation/board/task_list.hpp"
#include "obligation/cascade/given.hpp"
#include "obligation/cascade/handing_on.hpp"
#include "obligation/cascade/part_store.hpp"
#include "obligation/heirs.hpp"
#include "obligation/limits.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/permissions.hpp"
#include "obligation/proposal/proposal_paths.hpp"
#include "obligation/proposal/proposal_views.hpp"
#include "obligation/proposal/proposal_waiting.hpp"
#include "obligation/reminder/nudge_form.hpp"
#include "obligation/result.hpp"
#include "obligation/role/insight.hpp"
#include "once/once.hpp"
#include "text/text.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

/// What the keys of the form are remembered as; their owner is the obligation.
constexpr std::string_view proposing = "obligation.proposal";

/// The obligation of the address, for who sees all of it; for others it is not there.
Result<Obligation> whole_in(const Context& context, database::Transaction& transaction,
                            const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("task"));
    auto found = TRY(ObligationStore{transaction}.find(code));
    const auto insight = TRY(insight_into(context, transaction, found));
    if (insight != Insight::whole) return failure(Failure::not_found, "obligation.not_found");
    return found;
}

/// The same, for who may hand on at its agency.
Result<Obligation> whole_to_divide(const Context& context, database::Transaction& transaction,
                                   const http::Request& request)
{
    auto found = TRY(whole_in(context, transaction, request));
    TRY(require_for(context, transaction, hand_on_work, found));
    return found;
}

/// A proposal with its whole, for who may see it; for others it is not there.
struct Found {
    Proposal proposal{};
    Obligation whole{};
};
Result<Found> proposal_in(const Context& context, database::Transaction& transaction,
                          const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("proposal"));
    Found found;
    found.proposal = TRY(ProposalStore{transaction}.find(code));
    found.whole = TRY(ObligationStore{transaction}.find(found.proposal.whole));
    const auto rights = TRY(rights_of(context, transaction, found.proposal, found.whole));
    if (!rights.may_see) return failure(Failure::not_found, "obligation.proposal.not_found");
    return found;
}

Result<ProposalTerms> terms_in(const http::Request& request)
{
    ProposalTerms terms;
    terms.content = TRY(request.paragraphs("content", limits::proposal_text_length_max));
    terms.measure = TRY(request.paragraphs("measure", limits::proposal_text_length_max));
    terms.needed = TRY(request.integer("needed", {.lowest = 1, .highest = limits::quantity_max}));
    terms.due_on = TRY(request.maybe_date("due_on"));
    return terms;
}

Reach reach_in(const http::Request& request)
{
    return request.checked("later") ? Reach::later_periods : Reach::this_period;
}

TypedProposal typed_in(const http::Request& request)
{
    return {.agency = std::string{request.raw("agency")},
            .content = std::string{request.raw("content")},
            .measure = std::string{request.raw("measure")},
            .needed = std::string{request.raw("needed")},
            .due_on = std::string{request.raw("due_on")},
            .later = request.checked("later"),
            .reason = std::string{request.raw("reason")},
            .refusal = std::string{request.raw("refusal")},
            .note = std::string{request.raw("note")}};
}

TypedProposal typed_of(const Proposal& proposal)
{
    const auto& terms = proposal.terms;
    return {.content = terms.content,
            .measure = terms.measure,
            .needed = std::to_string(terms.needed),
            .due_on = terms.due_on ? terms.due_on->vietnamese() : "",
            .later = proposal.later};
}

Result<NudgeList> nudges_of(const Context& context, database::Transaction& transaction,
                            const http::Request& request, const Obligation& whole)
{
    const auto owing = TRY(owed_of_division(transaction, whole, context.today()));
    auto list = TRY(nudge_list_of(
        transaction, request, owing, context.today(),
        [&](const organisation::AgencySummary& /*agency*/) { return division_path(whole.code); }));
    list.kind = "cơ quan";
    list.label = "Cơ quan còn phần việc";
    if (may_hand_on(context, whole.agency)) list.action = division_nudge_path(whole.code);
    return list;
}

Result<http::Response> division_with(Context& context, const http::Request& request,
                                     std::optional<Error> error)
{
    auto transaction = TRY(context.read());
    DivisionPage page{.error = std::move(error)};
    const auto whole = TRY(whole_in(context, transaction, request));
    page.task = TRY(task_of(transaction, whole));
    page.division = TRY(division_of(transaction, whole, context.today()));
    page.nudges = TRY(nudges_of(context, transaction, request, whole));
    page.may_propose = check_proposing(context, transaction, whole).has_value();
    const auto later = TRY(ObligationStore{transaction}.later(whole));
    page.has_later = !later.empty();
    page.taken_keys = TRY(once::last_keys(transaction, proposing, whole.id.value));
    const bool is_sent = page.error && page.error->key != "once.sent_before";
    page.key = is_sent ? std::string{request.raw(once::field)} : once::new_key();
    if (page.key.empty()) page.key = once::new_key();
    if (page.error) page.typed = typed_in(request);
    return division_page(context, page);
}

Result<http::Response> show_division(Context& context, const http::Request& request)
{
    return division_with(context, request, {});
}

Result<http::Response> export_division(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto whole = TRY(whole_in(context, transaction, request));
    auto division = TRY(division_of(transaction, whole, context.today()));
    return csv_download({std::move(division.table), "Phân công thực hiện"});
}

Result<NewProposal> wanted_in(Context& context, database::Transaction& transaction,
                              const http::Request& request)
{
    NewProposal wanted{.reach = reach_in(request)};
    const auto code = TRY(request.maybe_text("agency", limits::agency_code_length_max));
    if (!code) return failure(Failure::invalid, "obligation.proposal.agency_missing", "agency");
    auto agency = organisation::agency_by_code(transaction, *code, context.today());
    if (!agency) return failure(Failure::invalid, "obligation.proposal.stranger", "agency");
    wanted.agency = agency->id;
    wanted.terms = TRY(terms_in(request));
    return wanted;
}

/// The code of the obligation.
Result<std::string> proposed(Context& context, const http::Request& request)
{
    auto key = TRY(once::key_from(request.raw(once::field)));
    auto transaction = TRY(context.begin());
    const auto whole = TRY(whole_to_divide(context, transaction, request));
    const auto wanted = TRY(wanted_in(context, transaction, request));
    const auto& terms = wanted.terms;
    const once::Sending sending{
        .purpose = std::string{proposing},
        .owner = whole.id.value,
        .key = std::move(key),
        .content_sha256 =
            once::content_of({std::to_string(wanted.agency.value), terms.content, terms.measure,
                              std::to_string(terms.needed), terms.due_on ? terms.due_on->iso() : "",
                              wanted.reach == Reach::later_periods ? "later" : ""})};
    const auto act = [&]() -> Result<std::string> {
        TRY(propose(context, transaction, whole, wanted));
        return whole.code;
    };
    auto code = TRY(once::run(transaction, sending, context.now(), act));
    TRY(transaction.commit());
    return code;
}

Result<http::Response> post_proposal(Context& context, const http::Request& request)
{
    const auto code = proposed(context, request);
    if (code) return web::redirect_with(division_path(*code), "obligation.proposal.sent");
    const auto error = once::said_of_keyed_form(code.error(), request.raw(once::field));
    if (!web::is_about_form(error)) return tl::unexpected<Error>(error);
    return division_with(context, request, error);
}

Result<http::Response> post_nudge(Context& context, const http::Request& request)
{
    const auto done = [&]() -> Result<std::string> {
        auto transaction = TRY(context.begin());
        const auto whole = TRY(whole_in(context, transaction, request));
        TRY(context.require(hand_on_work, organisation::scope_of(whole.agency)));
        const auto owing = TRY(owed_of_division(transaction, whole, context.today()));
        const auto chosen = TRY(chosen_in(transaction, request, owing, context.today()));
        const auto giver =
            TRY(organisation::agency_by_id(transaction, whole.agency, context.today()));
        TRY(nudge_units(context, transaction, giver, chosen));
        TRY(transaction.commit());
        return division_path(whole.code);
    }();
    if (done) return web::redirect_with(*done, "obligation.nudge.sent");
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    return division_with(context, request, done.error());
}

Result<std::vector<ShownProposalStep>> shown_steps(database::Transaction& transaction,
                                                   const Proposal& proposal, AgencyNames& names)
{
    auto steps = TRY(ProposalStore{transaction}.steps(proposal.id));
    std::vector<ShownProposalStep> shown;
    shown.reserve(steps.size());
    for (auto& step : steps) {
        ShownProposalStep one{.step = std::move(step)};
        const auto* agency = TRY(names.of(one.step.agency));
        one.agency = agency->name;
        if (one.step.account) {
            const auto account = TRY(identity::account_by_id(transaction, one.step.account));
            one.person = account.name;
        }
        shown.push_back(std::move(one));
    }
    return shown;
}

Result<std::optional<Obligation>> part_of(database::Transaction& transaction,
                                          const Proposal& proposal)
{
    const auto parts = TRY(PartStore{transaction}.of(proposal.whole));
    const auto found = std::ranges::find_if(parts, [&](const Part& part) {
        return part.agreed_in == proposal.id && part.obligation.closing != Closing::closed;
    });
    if (found == parts.end()) return std::optional<Obligation>{};
    return std::optional{found->obligation};
}

Result<http::Response> proposal_with(Context& context, const http::Request& request,
                                     std::optional<Error> error, ProposalForm refused)
{
    auto transaction = TRY(context.read());
    ProposalPage page{.refused = refused, .error = std::move(error)};
    const auto found = TRY(proposal_in(context, transaction, request));
    page.proposal = found.proposal;
    page.task = TRY(task_of(transaction, found.whole));
    AgencyNames names{transaction, context.today()};
    const auto* giver = TRY(names.of(page.proposal.giver));
    page.giver = giver->name;
    const auto* agency = TRY(names.of(page.proposal.agency));
    page.agency = agency->name;
    page.sees_whole = TRY(may_see(context, transaction, found.whole));
    page.part = TRY(part_of(transaction, page.proposal));
    page.steps = TRY(shown_steps(transaction, page.proposal, names));
    if (page.proposal.is_waiting()) {
        const auto time = TRY(organisation::working_time(transaction, {}));
        page.waited = waited_since(time, page.proposal.changed_at, context.now());
    }
    page.rights = TRY(rights_of(context, transaction, page.proposal, found.whole));
    const auto later = TRY(ObligationStore{transaction}.later(found.whole));
    page.has_later = !later.empty();
    page.typed = typed_of(page.proposal);
    if (!page.error) return proposal_page(context, page);
    auto typed = typed_in(request);
    // What the other forms of the page hold was not sent.
    if (refused != ProposalForm::none) {
        page.typed = std::move(typed);
    } else {
        page.typed.refusal = std::move(typed.refusal);
        page.typed.note = std::move(typed.note);
    }
    return proposal_page(context, page);
}

Result<http::Response> show_proposal(Context& context, const http::Request& request)
{
    return proposal_with(context, request, {}, ProposalForm::none);
}

/// Finds, asks whether the person speaks for that side, does, commits; a refused form is shown anew
/// with its fault.
template <class Step>
Result<http::Response> step(Context& context, const http::Request& request,
                            std::optional<Side> side, std::string_view said, ProposalForm form,
                            const Step& take)
{
    const auto done = [&]() -> Result<std::string> {
        auto transaction = TRY(context.begin());
        const auto found = TRY(proposal_in(context, transaction, request));
        const auto& proposal = found.proposal;
        TRY(require_side(context, transaction, proposal, found.whole,
                         side.value_or(answering_side(proposal))));
        const auto version = TRY(request.integer("version"));
        TRY(take(transaction, ProposalDeed{proposal, version}));
        TRY(transaction.commit());
        return proposal.code;
    }();
    if (done) return web::redirect_with(proposal_path(*done), said);
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    return proposal_with(context, request, done.error(), form);
}

Result<http::Response> post_agreement(Context& context, const http::Request& request)
{
    return step(context, request, {}, "obligation.proposal.agreed", ProposalForm::none,
                [&](database::Transaction& transaction, const ProposalDeed& deed) {
                    return agree(context, transaction, deed);
                });
}

Result<http::Response> post_again(Context& context, const http::Request& request)
{
    return step(context, request, Side::giver, "obligation.proposal.sent", ProposalForm::again,
                [&](database::Transaction& transaction, const ProposalDeed& deed) -> Result<void> {
                    const auto terms = TRY(terms_in(request));
                    return propose_again(context, transaction, deed, terms, reach_in(request));
                });
}

Result<http::Response> post_counter(Context& context, const http::Request& request)
{
    return step(
        context, request, Side::agency, "obligation.proposal.answered", ProposalForm::counter,
        [&](database::Transaction& transaction, const ProposalDeed& deed) -> Result<void> {
            const auto terms = TRY(terms_in(request));
            const auto reason = TRY(request.paragraphs("reason", limits::reason_length_max));
            return counter(context, transaction, deed, terms, reason);
        });
}

Result<http::Response> post_refusal(Context& context, const http::Request& request)
{
    return step(context, request, Side::agency, "obligation.proposal.answered", ProposalForm::none,
                [&](database::Transaction& transaction, const ProposalDeed& deed) -> Result<void> {
                    const auto reason =
                        TRY(request.paragraphs("refusal", limits::reason_length_max));
                    return refuse(context, transaction, deed, reason);
                });
}

Result<http::Response> post_withdrawal(Context& context, const http::Request& request)
{
    return step(context, request, Side::giver, "obligation.proposal.withdrawn", ProposalForm::none,
                [&](database::Transaction& transaction, const ProposalDeed& deed) -> Result<void> {
                    const auto note = TRY(request.maybe_text("note", limits::reason_length_max));
                    return withdraw_proposal(context, transaction, deed, note.value_or(""));
                });
}

ProposalId after_in(const http::Request& request)
{
    const auto digits = request.query("sau").value_or("");
    std::int64_t id{};
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), id);
    return read.ec == std::errc{} && id > 0 ? ProposalId{id} : ProposalId{};
}

/// How long they have waited stands beside those that do.
Result<BoardTable> list_table(const Context& context, database::Transaction& transaction,
                              const std::vector<ListedProposal>& listed, ProposalBox box)
{
    BoardTable table{.title = "Bấm vào việc để xem và trả lời",
                     .columns = {{.name = "Việc", .width = 50},
                                 {.name = "Nội dung phần việc", .width = 50},
                                 {.name = "Cơ quan chủ trì", .width = 30},
                                 {.name = "Cơ quan phối hợp", .width = 30},
                                 {.name = "Từ ngày"},
                                 {.name = "Tình trạng", .width = 30}}};
    const bool waits = box != ProposalBox::settled;
    if (waits) table.columns.push_back({.name = "Đã chờ", .width = 20});
    const auto time = TRY(organisation::working_time(transaction, {}));
    AgencyNames names{transaction, context.today()};
    for (const auto& [proposal, work] : listed) {
        const auto* giver = TRY(names.of(proposal.giver));
        const auto giver_name = giver->name;
        const auto* agency = TRY(names.of(proposal.agency));
        table.rows.push_back(
            {text_cell(work.path + ". " + work.title, proposal_path(proposal.code)),
             text_cell(proposal.terms.content), text_cell(giver_name), text_cell(agency->name),
             text_cell(Date::of(proposal.changed_at).vietnamese()),
             text_cell(std::string{label_of(proposal.state)})});
        if (waits)
            table.rows.back().push_back(
                text_cell(waited_days(time, proposal.changed_at, context.now())));
    }
    return table;
}

Result<http::Response> show_proposals(Context& context, const http::Request& request)
{
    const auto agency = organisation::agency_of(context.actor().agency);
    TRY(context.require(see_work, context.actor().agency));
    auto transaction = TRY(context.read());
    ProposalStore store{transaction};
    ProposalsPage page{.box = proposal_box_from(request.query("muc").value_or(""))};
    const auto own = TRY(organisation::agency_by_id(transaction, agency, context.today()));
    page.agency = own.name;
    page.waiting = TRY(store.waiting_of(agency));
    auto listed =
        TRY(store.of_agency(agency, page.box, after_in(request), limits::proposals_per_page + 1));
    if (listed.size() > static_cast<std::size_t>(limits::proposals_per_page)) {
        listed.pop_back();
        page.next_path =
            proposals_path_of(page.box) + "&sau=" + std::to_string(listed.back().proposal.id.value);
    }
    page.table = TRY(list_table(context, transaction, listed, page.box));
    return proposals_page(context, page);
}

Result<http::Response> export_proposals(Context& context, const http::Request& request)
{
    const auto agency = organisation::agency_of(context.actor().agency);
    TRY(context.require(see_work, context.actor().agency));
    auto transaction = TRY(context.read());
    const auto box = proposal_box_from(request.query("muc").value_or(""));
    const auto listed =
        TRY(ProposalStore{transaction}.of_agency(agency, box, {}, limits::exported_tasks_max));
    auto table = TRY(list_table(context, transaction, listed, box));
    return csv_download({std::move(table), "Phần việc phối hợp"});
}

Result<std::optional<AuditedPage>> page_of(database::Transaction& transaction, std::int64_t object,
                                           Date /*today*/)
{
    const auto proposal = TRY(ProposalStore{transaction}.find(ProposalId{object}));
    return AuditedPage{.title = text::shorten(proposal.terms.content, limits::audited_title_length),
                       .path = proposal_path(proposal.code)};
}

void add_audited(Module& module)
{
    module.audits({"obligation.proposal.proposed", "đề nghị cơ quan phối hợp nhận phần việc"});
    module.audits({"obligation.proposal.countered", "đề nghị khác về phần việc phối hợp"});
    module.audits({"obligation.proposal.agreed", "đồng ý phần việc phối hợp"});
    module.audits({"obligation.proposal.refused", "không nhận phần việc phối hợp"});
    module.audits({"obligation.proposal.withdrawn", "rút đề nghị về phần việc phối hợp"});
    module.audits({"obligation.proposal.lapsed", "đề nghị về phần việc phối hợp hết hiệu lực"});
    module.audits({"obligation.proposal.passed_on", "chuyển phần việc phối hợp cho nơi tiếp nhận"});
    module.audits_about({"obligation.proposal", "phần việc phối hợp", page_of});
}

}  // namespace

void add_proposals(Module& module)
{
    const auto staff = http::Access::holder_of(see_work.key);
    const auto speakers = http::Access::holder_of(hand_on_work.key);
    module.get("/viec/{task}/phan-cong", staff, show_division);
    module.get("/viec/{task}/phan-cong.csv", staff, export_division);
    module.post("/viec/{task}/phan-cong", speakers, post_proposal);
    module.post("/viec/{task}/phan-cong/nhac", speakers, post_nudge);
    module.get("/phan-viec", staff, show_proposals);
    module.get("/phan-viec.csv", staff, export_proposals);
    module.get("/phan-viec/{proposal}", staff, show_proposal);
    module.post("/phan-viec/{proposal}/dong-y", speakers, post_agreement);
    module.post("/phan-viec/{proposal}/de-nghi", speakers, post_again);
    module.post("/phan-viec/{proposal}/de-nghi-khac", speakers, post_counter);
    module.post("/phan-viec/{proposal}/khong-nhan", speakers, post_refusal);
    module.post("/phan-viec/{proposal}/rut", speakers, post_withdrawal);
    add_audited(module);
}

}  // namespace caicach::obligation
