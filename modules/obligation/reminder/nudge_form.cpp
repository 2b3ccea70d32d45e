#include "obligation/reminder/nudge_form.hpp"

#include <algorithm>
#include <utility>

#include "obligation/limits.hpp"
#include "obligation/paths.hpp"
#include "obligation/state_views.hpp"
#include "text/text.hpp"

namespace caicach::obligation
{
namespace
{

NudgedTask shown(const Task& task, Date today)
{
    const auto& [obligation, work] = task;
    auto text = work.path + ". " + text::shorten(work.title, limits::digest_title_length_max);
    const auto period = period_label(obligation);
    if (!period.empty()) text += " (" + period + ")";
    return {
        .text = std::move(text),
        .path = task_path(obligation.code),
        .note = "Hạn " + obligation.due_on.vietnamese() + ", " + progress_of(obligation, today)};
}

Result<NudgeRow> row_of(database::Transaction& transaction, const Owing& owing, Date today,
                        const TasksPath& tasks_path)
{
    const auto all = static_cast<std::int64_t>(owing.tasks.size());
    NudgeRow row{.name = owing.agency.name,
                 .code = owing.agency.code,
                 .overdue = owing.overdue(today),
                 .waits = owing.waits(today),
                 .tasks_path = tasks_path(owing.agency)};
    row.due_soon = all - row.overdue;
    if (row.overdue > 0) row.oldest = owing.tasks.front().task.obligation.due_on;
    if (const auto* last = owing.last_nudged()) {
        row.nudged_on = last->nudged_on;
        const auto nudger = TRY(organisation::agency_by_id(transaction, last->nudged_by, today));
        row.nudged_by = nudger.name;
    }
    for (const auto& owed : owing.tasks) {
        if (row.tasks.size() == static_cast<std::size_t>(limits::late_tasks_shown)) break;
        row.tasks.push_back(shown(owed.task, today));
    }
    return row;
}

}  // namespace

Date nudged_until(Date today) { return today.plus_days(limits::nudge_ahead_days); }

Result<NudgeList> nudge_list_of(database::Transaction& transaction, const http::Request& request,
                                const std::vector<Owing>& owing, Date today,
                                const TasksPath& tasks_path)
{
    constexpr auto per_page = limits::late_agencies_per_page;
    const auto pages = std::max<std::size_t>(1, (owing.size() + per_page - 1) / per_page);
    const auto asked =
        request.maybe_integer("trang", {.lowest = 1, .highest = limits::late_pages_max});
    const auto page = std::min(asked && *asked ? static_cast<std::size_t>(**asked) : 1, pages);
    NudgeList list{.page = static_cast<int>(page), .pages = static_cast<int>(pages)};
    list.waiting = std::ranges::count_if(owing, [&](const Owing& one) { return one.waits(today); });
    const auto first = (page - 1) * per_page;
    for (auto at = first; at < std::min(owing.size(), first + per_page); ++at) {
        auto row = TRY(row_of(transaction, owing[at], today, tasks_path));
        list.rows.push_back(std::move(row));
    }
    return list;
}

Result<std::vector<Owing>> chosen_in(database::Transaction& transaction,
                                     const http::Request& request, const std::vector<Owing>& owing,
                                     Date today)
{
    std::vector<Owing> chosen;
    if (request.checked("all")) {
        for (const auto& one : owing)
            if (one.waits(today) && chosen.size() < limits::nudged_at_once_max)
                chosen.push_back(one);
        return chosen;
    }
    auto codes = TRY(request.texts("agency", limits::agency_code_length_max));
    const auto only = TRY(request.maybe_text("only", limits::agency_code_length_max));
    if (only) codes = {*only};
    std::ranges::sort(codes);
    const auto same = std::ranges::unique(codes);
    codes.erase(same.begin(), same.end());
    if (codes.size() > limits::nudged_at_once_max) codes.resize(limits::nudged_at_once_max);
    for (const auto& code : codes) {
        const auto found =
            std::ranges::find_if(owing, [&](const Owing& one) { return one.agency.code == code; });
        if (found != owing.end()) {
            chosen.push_back(*found);
            continue;
        }
        // Who owes nothing is named, too: it is passed over with a reason.
        Owing nothing;
        nothing.agency = TRY(organisation::agency_by_code(transaction, code, today));
        chosen.push_back(std::move(nothing));
    }
    return chosen;
}

}  // namespace caicach::obligation
