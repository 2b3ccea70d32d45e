#include "obligation/task_handlers.hpp"

#include <algorithm>
#include <utility>

#include "obligation/ask.hpp"
#include "obligation/board/downloads.hpp"
#include "obligation/board/task_list.hpp"
#include "obligation/cascade/handing_on.hpp"
#include "obligation/choosing.hpp"
#include "obligation/coordination.hpp"
#include "obligation/heirs.hpp"
#include "obligation/inbox_query.hpp"
#include "obligation/inherited.hpp"
#include "obligation/limits.hpp"
#include "obligation/obstacle/obstacle_steps.hpp"
#include "obligation/paths.hpp"
#include "obligation/permissions.hpp"
#include "obligation/places.hpp"
#include "obligation/proposal/proposal_waiting.hpp"
#include "obligation/reminder/progress.hpp"
#include "obligation/reminder/reminder_handlers.hpp"
#include "obligation/result.hpp"
#include "obligation/role/insight.hpp"
#include "obligation/saved_view/saved_view_handlers.hpp"
#include "obligation/target/numbers_missing.hpp"
#include "obligation/target/target_paths.hpp"
#include "obligation/task_views.hpp"
#include "obligation/uncounting.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

Result<std::vector<CountedFact>> counted_facts(database::Transaction& transaction,
                                               const Explained& subject,
                                               const std::vector<Count>& counts)
{
    std::vector<CountedFact> facts;
    facts.reserve(counts.size());
    for (const auto& count : counts) {
        CountedFact counted{.count = count};
        counted.fact = TRY(evidence::fact_by_id(transaction, count.fact));
        const auto agency = TRY(
            organisation::agency_by_id(transaction, counted.fact.agency, counted.fact.happened_on));
        counted.why = why_it_counts(subject, count, agency.name);
        counted.about = TRY(evidence::subjects_in_words(transaction, counted.fact));
        if (counted.fact.file) {
            const auto file = TRY(attachment::find(transaction, counted.fact.file));
            counted.file_name = file.name;
            counted.file_path = attachment::download_path(file);
        }
        facts.push_back(std::move(counted));
    }
    return facts;
}

/// What counts is still said; the file that proves it, and whom an inspection looked at, are not
/// for everybody.
void leave_proof_out(std::vector<CountedFact>& facts)
{
    for (auto& counted : facts) {
        counted.about.clear();
        counted.file_name.clear();
        counted.file_path.clear();
    }
}

/// Those whose pages open for the reader.
Result<std::vector<ListedObstacle>> obstacles_seen(const Context& context,
                                                   database::Transaction& transaction,
                                                   const Obligation& obligation, Insight insight)
{
    auto all = TRY(ObstacleStore{transaction}.of_obligation(obligation.id));
    if (insight == Insight::whole) return all;
    std::vector<ListedObstacle> seen;
    for (auto& listed : all) {
        const bool sees = TRY(may_see(context, transaction, listed.obstacle));
        if (sees) seen.push_back(std::move(listed));
    }
    return seen;
}

/// As the calendar has it now; nothing where the day was another when it was over.
Result<std::string> why_due(database::Transaction& transaction, const Obligation& obligation,
                            const plan::Item& item, const plan::PlanSummary& plan)
{
    if (obligation.is_part()) return why_part_due(transaction, obligation);
    const auto due_days = TRY(DueDays::load(transaction));
    for (auto& ask : asks_of(item, years_of(plan), due_days)) {
        const bool is_it = ask.quota == obligation.quota && ask.period == obligation.period &&
                           ask.due_on == obligation.due_on;
        if (is_it) return std::move(ask.due_why);
    }
    return std::string{};
}

Result<AssignmentPart> assignment_of(const Context& context, database::Transaction& transaction,
                                     const Task& task)
{
    AssignmentPart part;
    const auto& obligation = task.obligation;
    auto names = TRY(officer_names(transaction, obligation.agency, {task}, context.today()));
    part.officer = std::move(names[obligation.assigned_to]);
    part.people = TRY(assignable(context, transaction, obligation));
    if (part.people.empty()) return part;
    const auto later = TRY(ObligationStore{transaction}.later(obligation));
    part.has_later = !later.empty();
    return part;
}

/// Finds, does, commits; a refused form is shown anew with its fault.
template <class Step>
Result<http::Response> step(Context& context, const http::Request& request, std::string_view said,
                            const Step& take)
{
    const auto done = [&]() -> Result<std::string> {
        auto transaction = TRY(context.begin());
        const auto found = TRY(obligation_in(context, transaction, request));
        TRY(take(transaction, found));
        TRY(transaction.commit());
        return found.code;
    }();
    if (done) return web::redirect_with(task_path(*done), said);
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    return task_page_with(context, request, done.error());
}

/// One's own alone, or none.
AccountId whose(const TaskQuery& query) { return query.only_mine ? query.account : AccountId{}; }

Result<void> add_officers(OfficerNames& officers, database::Transaction& transaction,
                          organisation::AgencyId agency, const Inherited& inherited, Date today)
{
    auto more = TRY(officer_names(transaction, agency, inherited.tasks, today));
    officers.merge(more);
    return {};
}

/// "Còn thiếu số liệu của 3 chỉ tiêu: Quý I/2026, chậm nhất 10/04/2026"
Result<std::string> numbers_line(Context& context, database::Transaction& transaction,
                                 organisation::AgencyId agency)
{
    const auto missing = TRY(missing_numbers(context, transaction, agency));
    if (missing.empty()) return std::string{};
    return "Còn thiếu số liệu của " + std::to_string(missing.size()) +
           " chỉ tiêu: " + asked_text(missing.front().asked, context.today());
}

}  // namespace

Result<Obligation> obligation_in(const Context& context, database::Transaction& transaction,
                                 const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("task"));
    auto found = TRY(ObligationStore{transaction}.find(code));
    const bool sees = TRY(may_see(context, transaction, found));
    if (!sees) return failure(Failure::not_found, "obligation.not_found");
    return found;
}

Result<http::Response> task_page_with(Context& context, const http::Request& request,
                                      std::optional<Error> error)
{
    auto transaction = TRY(context.read());
    TaskPage page{.error = std::move(error)};
    auto& obligation = page.task.obligation;
    obligation = TRY(obligation_in(context, transaction, request));
    page.task.work = TRY(work_of(transaction, obligation.plan, obligation.lineage));
    page.plan = TRY(plan_today(transaction, obligation.plan, context.today()));
    const auto item = TRY(plan::item_by_id(transaction, obligation.item));
    page.stated_at = other_places(item);
    page.due_why = TRY(why_due(transaction, obligation, item, page.plan));
    const auto agency =
        TRY(organisation::agency_by_id(transaction, obligation.agency, obligation.due_on));
    page.agency = agency.name;
    const auto insight = TRY(insight_into(context, transaction, obligation));
    page.heirs =
        TRY(Heirs(transaction, context.today()).names_of(obligation.agency, obligation.due_on));
    const Explained subject{.obligation = obligation, .work = page.task.work};
    const auto counts = TRY(ObligationStore{transaction}.counts(obligation.id));
    page.facts = TRY(counted_facts(transaction, subject, counts));
    page.not_counted = TRY(not_counted(transaction, subject, counts));
    if (insight < Insight::proof) leave_proof_out(page.facts);
    if (insight == Insight::whole)
        page.assignment = TRY(assignment_of(context, transaction, page.task));
    page.cascade = TRY(cascade_of(context, transaction, obligation));
    page.obstacles.obstacles = TRY(obstacles_seen(context, transaction, obligation, insight));
    if (insight >= Insight::proof)
        page.own_plan = TRY(OwnPlanStore{transaction}.of_obligation(obligation.id));
    page.obstacles.may_raise = TRY(may_for(context, transaction, raise_obstacles, obligation));
    if (insight == Insight::whole)
        page.reminders = TRY(shown_reminders(context, transaction, obligation.id));
    page.progress.said = last_progress(page.reminders);
    if (item.type == plan::ItemType::target)
        page.target_path = target_path(page.plan.code, item.code());
    page.uncounting = TRY(uncounting_of(context, transaction, obligation));
    const bool is_of_agency = TRY(may_for(context, transaction, report_work, obligation));
    page.may_report = is_of_agency && obligation.closing != Closing::closed;
    page.may_excuse = !obligation.is_part() &&
                      context.may(excuse_agencies, organisation::scope_of(page.plan.coordinator));
    if (is_of_agency)
        page.result = TRY(result_form_of(context, transaction, page.task, request, page.error));
    if (page.error) {
        page.reason = request.raw("reason");
        page.uncounting.is_refused = request.has("uncount_reason");
        page.uncounting.reason = request.raw("uncount_reason");
        page.uncounting.answer = request.raw("uncount_answer");
        page.uncounting.fact = request.raw(page.uncounting.is_refused ? "fact" : "answered_fact");
        page.progress.text = request.raw("progress");
        page.progress.day = request.raw("expected_on");
    }
    return task_page(context, page);
}

Result<http::Response> show_inbox(Context& context, const http::Request& request)
{
    const auto agency = organisation::agency_of(context.actor().agency);
    TRY(context.require(see_work, context.actor().agency));
    InboxPage page{.box = box_from(request.query("muc").value_or("")),
                   .only_mine = request.query("cua-toi").value_or("") == "1"};
    auto transaction = TRY(context.read());
    if (const auto code = request.query("ke-hoach"); code && !code->empty())
        page.plan = TRY(plan::summary_of(transaction, *code));
    auto beginning = TRY(begin_with_view(context, transaction, request, ViewPage::inbox, {}));
    if (beginning) return std::move(*beginning);
    const auto summary = TRY(organisation::agency_by_id(transaction, agency, context.today()));
    page.agency = summary.name;
    const TaskQuery query{.agency = agency,
                          .box = page.box,
                          .only_mine = page.only_mine,
                          .account = context.actor().account,
                          .after = place_from(request.query("sau").value_or("")),
                          .limit = limits::tasks_per_page + 1};
    page.views = TRY(views_part(context, transaction, ViewPage::inbox, {}, query_of(request)));
    page.counts = TRY(box_counts_of_plan(transaction, query, page.plan.id, context.today()));
    page.tasks = TRY(tasks_of_plan(transaction, query, page.plan.id, context.today()));
    if (page.tasks.size() > static_cast<std::size_t>(limits::tasks_per_page)) {
        page.tasks.pop_back();
        page.next_path = inbox_path_of_plan(page.box, page.only_mine, page.plan.code) +
                         "&sau=" + place_text(page.tasks.back());
    }
    page.told_late = TRY(told_late_among(transaction, page.tasks));
    page.officers = TRY(officer_names(transaction, agency, page.tasks, context.today()));
    page.givers = TRY(giver_names(transaction, page.tasks, context.today()));
    if (page.box == Box::urgent && !page.plan.id && !query.after.id)
        page.inherited = TRY(inherited_tasks(transaction, agency, context.today(), whose(query)));
    for (const auto& one : page.inherited)
        TRY(add_officers(page.officers, transaction, agency, one, context.today()));
    page.may_hand_on = may_hand_on(context, agency);
    page.may_report = context.may(report_work, context.actor().agency);
    if (page.may_report) page.drafts = TRY(drafts_of(transaction, agency, context.now()));
    page.proposals = TRY(waiting_lines(context, transaction, agency));
    page.numbers = TRY(numbers_line(context, transaction, agency));
    return inbox_page(context, page);
}

Result<http::Response> export_inbox(Context& context, const http::Request& request)
{
    const auto agency = organisation::agency_of(context.actor().agency);
    TRY(context.require(see_work, context.actor().agency));
    auto transaction = TRY(context.read());
    const auto summary = TRY(organisation::agency_by_id(transaction, agency, context.today()));
    const TaskQuery query{.agency = agency,
                          .box = box_from(request.query("muc").value_or("")),
                          .only_mine = request.query("cua-toi").value_or("") == "1",
                          .account = context.actor().account,
                          .limit = limits::exported_tasks_max};
    plan::PlanId of_plan;
    if (const auto code = request.query("ke-hoach"); code && !code->empty())
        of_plan = TRY(plan::summary_of(transaction, *code)).id;
    const auto listed = TRY(tasks_of_plan(transaction, query, of_plan, context.today()));
    auto officers = TRY(officer_names(transaction, agency, listed, context.today()));
    std::vector<BoardTask> rows;
    rows.reserve(listed.size());
    for (const auto& task : listed) rows.push_back({.task = task, .agency = summary.name});
    TRY(mark_told_late(transaction, rows));
    if (query.box == Box::urgent && !of_plan) {
        const auto inherited =
            TRY(inherited_tasks(transaction, agency, context.today(), whose(query)));
        for (const auto& one : inherited) {
            TRY(add_officers(officers, transaction, agency, one, context.today()));
            for (const auto& task : one.tasks) rows.push_back({.task = task, .agency = one.agency});
        }
    }
    TakenTable taken{.table = tasks_table(rows, context.today()),
                     .name = "Việc của " + summary.name};
    taken.table.columns.push_back({.name = "Người làm"});
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const auto officer = officers.find(rows[at].task.obligation.assigned_to);
        taken.table.rows[at].push_back(text_cell(officer == officers.end() ? "" : officer->second));
    }
    return csv_download(taken);
}

Result<http::Response> show_task(Context& context, const http::Request& request)
{
    return task_page_with(context, request, {});
}

Result<http::Response> post_assignment(Context& context, const http::Request& request)
{
    return step(context, request, "obligation.assigned",
                [&](database::Transaction& transaction, const Obligation& found) -> Result<void> {
                    const auto officer = TRY(request.maybe_text("officer"));
                    return assign(
                        context, transaction, found, officer.value_or(""),
                        request.checked("later") ? Reach::later_periods : Reach::this_period);
                });
}

Result<http::Response> post_chosen_fact(Context& context, const http::Request& request)
{
    return step(context, request, "obligation.result.chosen",
                [&](database::Transaction& transaction, const Obligation& found) -> Result<void> {
                    const auto fact = TRY(request.id<evidence::FactId>("fact"));
                    return choose_fact(context, transaction, found, fact);
                });
}

Result<http::Response> post_uncounting(Context& context, const http::Request& request)
{
    return step(context, request, "obligation.count.undone",
                [&](database::Transaction& transaction, const Obligation& found) -> Result<void> {
                    const auto fact = TRY(request.id<evidence::FactId>("fact"));
                    const auto reason =
                        TRY(request.text("uncount_reason", limits::reason_length_max));
                    return uncount(context, transaction, found, fact, reason);
                });
}

Result<http::Response> post_uncounting_end(Context& context, const http::Request& request)
{
    return step(context, request, "obligation.count.restored",
                [&](database::Transaction& transaction, const Obligation& found) -> Result<void> {
                    const auto fact = TRY(request.id<evidence::FactId>("fact"));
                    return count_again(context, transaction, found, fact);
                });
}

Result<http::Response> post_uncounting_answer(Context& context, const http::Request& request)
{
    return step(context, request, "obligation.count.answered",
                [&](database::Transaction& transaction, const Obligation& found) -> Result<void> {
                    const auto fact = TRY(request.id<evidence::FactId>("answered_fact"));
                    const auto text =
                        TRY(request.text("uncount_answer", limits::reason_length_max));
                    return answer_uncounting(context, transaction, found, fact, text);
                });
}

Result<http::Response> post_progress(Context& context, const http::Request& request)
{
    return step(context, request, "obligation.progress.kept",
                [&](database::Transaction& transaction, const Obligation& found) -> Result<void> {
                    const auto given = TRY(progress_in(context, request, "progress"));
                    return tell_progress(context, transaction, found, given);
                });
}

Result<http::Response> post_excuse(Context& context, const http::Request& request)
{
    return step(context, request, "obligation.excused",
                [&](database::Transaction& transaction, const Obligation& found) -> Result<void> {
                    const auto reason = TRY(request.text("reason", limits::reason_length_max));
                    return excuse(context, transaction, found, reason);
                });
}

Result<http::Response> post_excuse_end(Context& context, const http::Request& request)
{
    return step(context, request, "obligation.excuse_ended",
                [&](database::Transaction& transaction, const Obligation& found) {
                    return end_excuse(context, transaction, found);
                });
}

}  // namespace caicach::obligation
