#include "obligation/board/late_handlers.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "obligation/board/late_list.hpp"
#include "obligation/board/late_standing.hpp"
#include "obligation/board/late_views.hpp"
#include "obligation/board/tables.hpp"
#include "obligation/limits.hpp"
#include "obligation/obstacle/obstacle_store.hpp"
#include "obligation/paths.hpp"
#include "obligation/permissions.hpp"
#include "obligation/reminder/nudge.hpp"
#include "obligation/reminder/reminder.hpp"
#include "obligation/sql.hpp"
#include "obligation/state_views.hpp"
#include "text/number.hpp"
#include "text/text.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

/// The page asked for; the first one where it is none.
int page_in(const http::Request& request)
{
    const auto page =
        request.maybe_integer("trang", {.lowest = 1, .highest = limits::late_pages_max})
            .value_or(std::nullopt);
    return static_cast<int>(page.value_or(1));
}

std::string search_in(const http::Request& request)
{
    const auto search = request.maybe_text("tim", limits::agency_typed_max).value_or(std::nullopt);
    return search.value_or("");
}

std::vector<LateStanding> named_like(std::vector<LateStanding> standings, std::string_view search)
{
    const auto wanted = text::fold(search);
    std::erase_if(standings, [&](const LateStanding& one) {
        return text::fold(one.agency.name).find(wanted) == std::string::npos;
    });
    return standings;
}

std::string note_of(const Obligation& obligation, Date today)
{
    return "Hạn " + obligation.due_on.vietnamese() + ", chậm " +
           text::format_integer(days_late(obligation, today)) + " ngày";
}

/// What is known besides of works that are late.
struct Remarks {
    std::map<ObligationId, std::int64_t> obstacles{};
    std::map<ObligationId, SaidProgress> progress{};
};

/// With the first of what is overdue.
Result<NudgeRow> row_of(database::Transaction& transaction, const Watched& watched,
                        const LateStanding& standing, const Remarks& remarks)
{
    const auto& agency = standing.agency;
    const auto path = [&](State state) {
        return tasks_path(watched.plan, {.state = state, .agency = agency.code});
    };
    NudgeRow row{.name = agency.name,
                 .code = agency.code,
                 .overdue = standing.overdue,
                 .oldest = standing.oldest,
                 .late = standing.late,
                 .late_path = path(State::fulfilled_late),
                 .nudged_on = standing.nudged_on,
                 .waits = waits_for_nudge(standing, watched.today),
                 .tasks_path = path(State::overdue)};
    if (standing.nudged_by) {
        const auto nudger =
            TRY(organisation::agency_by_id(transaction, standing.nudged_by, watched.today));
        row.nudged_by = nudger.name;
    }
    const auto tasks =
        TRY(transaction.all(sql::overdue_of_agency, task_from, agency.id, watched.plan.id,
                            watched.today, limits::late_tasks_shown));
    for (const auto& [obligation, work] : tasks) {
        const auto left = remarks.obstacles.find(obligation.id);
        const auto said = remarks.progress.find(obligation.id);
        auto note = note_of(obligation, watched.today);
        if (said != remarks.progress.end()) note += ". " + text_of(said->second);
        row.tasks.push_back({.text = work.path + ". " +
                                     text::shorten(work.title, limits::digest_title_length_max) +
                                     " (" + period_label(obligation) + ")",
                             .path = task_path(obligation.code),
                             .note = std::move(note),
                             .obstacles = left == remarks.obstacles.end() ? 0 : left->second});
    }
    return row;
}

Result<NudgeList> list_of(const Context& context, database::Transaction& transaction,
                          const Watched& watched, const std::vector<LateStanding>& standings,
                          int page)
{
    const auto& plan = watched.plan;
    const bool may_nudge = context.may(nudge_agencies, organisation::scope_of(plan.coordinator));
    NudgeList list{.kind = "cơ quan",
                   .label = "Cơ quan chậm",
                   .action = may_nudge ? reminders_path(plan.code) : std::string{},
                   .page = page,
                   .log_path = reminders_path(plan.code)};
    list.waiting = std::ranges::count_if(
        standings, [&](const auto& one) { return waits_for_nudge(one, watched.today); });
    Remarks remarks;
    remarks.obstacles = TRY(ObstacleStore{transaction}.left_of_plan(plan.id));
    remarks.progress = TRY(ReminderStore{transaction}.progress_of_overdue(plan.id, watched.today));
    const auto first = static_cast<std::size_t>(page - 1) * limits::late_agencies_per_page;
    for (auto at = first; at < std::min(standings.size(), first + limits::late_agencies_per_page);
         ++at) {
        auto row = TRY(row_of(transaction, watched, standings[at], remarks));
        list.rows.push_back(std::move(row));
    }
    return list;
}

Result<http::Response> late_with(Context& context, const http::Request& request,
                                 std::optional<Error> error)
{
    auto transaction = TRY(context.read());
    auto watched = TRY(watched_in(context, transaction, request));
    auto all = TRY(late_standings(transaction, watched));
    const auto count = all.size();
    const auto search = search_in(request);
    const auto standings = named_like(std::move(all), search);
    const auto pages =
        (standings.size() + limits::late_agencies_per_page - 1) / limits::late_agencies_per_page;
    LatePage page{.agencies = static_cast<std::int64_t>(count),
                  .search = search,
                  .has_search = count > limits::late_agencies_per_page || !search.empty(),
                  .pages = std::max(1, static_cast<int>(pages)),
                  .error = std::move(error)};
    const auto at = std::min(page_in(request), page.pages);
    page.sums = TRY(sums_of(transaction, watched.plan.id, watched.today));
    page.list = TRY(list_of(context, transaction, watched, standings, at));
    page.list.hidden_name = "tim";
    page.list.hidden_value = search;
    page.signatures =
        TRY(identity::signatures_on(transaction, watched.plan.coordinator, context.today()));
    page.letters = TRY(letter_documents_of(context, transaction, watched.plan));
    page.watched = std::move(watched);
    return late_page(context, page);
}

/// Whom the form means.
Result<std::vector<organisation::AgencyId>> nudged_in(database::Transaction& transaction,
                                                      const http::Request& request,
                                                      const Watched& watched)
{
    std::vector<organisation::AgencyId> agencies;
    if (request.checked("all")) {
        auto all = TRY(late_standings(transaction, watched));
        const auto standings = named_like(std::move(all), search_in(request));
        for (const auto& one : standings)
            if (waits_for_nudge(one, watched.today) && agencies.size() < limits::nudged_at_once_max)
                agencies.push_back(one.agency.id);
        return agencies;
    }
    auto codes = TRY(request.texts("agency", limits::agency_code_length_max));
    const auto only = TRY(request.maybe_text("only", limits::agency_code_length_max));
    if (only) codes = {*only};
    if (codes.size() > limits::nudged_at_once_max) codes.resize(limits::nudged_at_once_max);
    for (const auto& code : codes) {
        const auto agency = TRY(organisation::agency_by_code(transaction, code, watched.today));
        agencies.push_back(agency.id);
    }
    std::ranges::sort(agencies);
    const auto same = std::ranges::unique(agencies);
    agencies.erase(same.begin(), same.end());
    return agencies;
}

}  // namespace

Result<http::Response> show_late(Context& context, const http::Request& request)
{
    return late_with(context, request, {});
}

Result<http::Response> post_nudge(Context& context, const http::Request& request)
{
    const auto done = [&]() -> Result<std::string> {
        auto transaction = TRY(context.begin());
        const auto watched = TRY(watched_in(context, transaction, request));
        TRY(context.require(nudge_agencies, organisation::scope_of(watched.plan.coordinator)));
        const auto agencies = TRY(nudged_in(transaction, request, watched));
        TRY(nudge(context, transaction, watched.plan, agencies));
        TRY(transaction.commit());
        return board_late_path(watched.plan.code) +
               late_page_query(search_in(request), page_in(request));
    }();
    if (done) return web::redirect_with(*done, "obligation.nudge.sent");
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    return late_with(context, request, done.error());
}

}  // namespace caicach::obligation
