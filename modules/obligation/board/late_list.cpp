#include "obligation/board/late_list.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "obligation/board/tables.hpp"
#include "obligation/board/task_list.hpp"
#include "obligation/limits.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/obstacle/obstacle_store.hpp"
#include "obligation/own_plan/waiting.hpp"
#include "obligation/paths.hpp"
#include "obligation/sql.hpp"
#include "obligation/state_views.hpp"
#include "text/collate.hpp"

namespace caicach::obligation
{
namespace
{

int longest(const LateAgency& agency, Date today)
{
    int days = 0;
    for (const auto& task : agency.overdue)
        days = std::max(days, days_late(task.obligation, today));
    return days;
}

using ByAgency = std::map<organisation::AgencyId, LateAgency>;

/// One of a kind: overdue, or late.
void sort_in(ByAgency& agencies, std::vector<Task> tasks, std::vector<Task> LateAgency::* kind)
{
    for (auto& task : tasks) {
        const auto agency = task.obligation.agency;
        (agencies[agency].*kind).push_back(std::move(task));
    }
}

Result<void> collect_all(database::Transaction& transaction, LateList& list, ByAgency& agencies)
{
    const auto plan = list.watched.plan.id;
    const auto today = list.watched.today;
    const auto sums = TRY(sums_of(transaction, plan, today));
    list.overdue = sums.overdue;
    list.late = sums.late;
    list.excused = sums.excused;
    list.is_cut = std::max(sums.overdue, sums.late) > limits::late_tasks_max;
    auto overdue = TRY(
        transaction.all(sql::board_overdue_tasks, task_from, plan, today, limits::late_tasks_max));
    auto late =
        TRY(transaction.all(sql::board_late_tasks, task_from, plan, limits::late_tasks_max));
    sort_in(agencies, std::move(overdue), &LateAgency::overdue);
    sort_in(agencies, std::move(late), &LateAgency::late);
    return {};
}

/// The list of the state, as the page of all works would show it.
Result<std::vector<Task>> narrowed_tasks(database::Transaction& transaction, LateList& list,
                                         State state)
{
    auto watched = list.watched;
    watched.filter.state = state;
    watched.filter.among = Among::everything;
    watched.filter.due = Due::past;
    auto found = TRY(listed_tasks(transaction, watched, {}, limits::late_tasks_max));
    list.is_cut = list.is_cut || found.goes_on;
    std::vector<Task> tasks;
    tasks.reserve(found.tasks.size());
    for (auto& entry : found.tasks) tasks.push_back(std::move(entry.task));
    return tasks;
}

Result<void> collect_narrowed(database::Transaction& transaction, LateList& list,
                              ByAgency& agencies)
{
    auto overdue = TRY(narrowed_tasks(transaction, list, State::overdue));
    auto late = TRY(narrowed_tasks(transaction, list, State::fulfilled_late));
    const auto excused = TRY(narrowed_tasks(transaction, list, State::excused));
    list.overdue = std::ssize(overdue);
    list.late = std::ssize(late);
    list.excused = std::ssize(excused);
    sort_in(agencies, std::move(overdue), &LateAgency::overdue);
    sort_in(agencies, std::move(late), &LateAgency::late);
    return {};
}

std::string work_text(const Task& task) { return task.work.path + ". " + task.work.title; }

BoardCell done_cell(const Obligation& obligation)
{
    if (!obligation.done_on) return text_cell("chưa xong");
    if (!is_waiting(obligation)) return day_cell(obligation.done_on);
    return text_cell("gửi " + obligation.done_on->vietnamese() + ", chờ xem xét");
}

void add_tasks(BoardTable& table, const LateList& list, std::vector<Task> LateAgency::* kind)
{
    const auto today = list.watched.today;
    for (const auto& agency : list.agencies) {
        for (const auto& task : agency.*kind) {
            const auto& obligation = task.obligation;
            const auto left = list.obstacles.find(obligation.id);
            const auto said = list.progress.find(obligation.id);
            table.rows.push_back(
                {text_cell(agency.agency.name),
                 text_cell(work_text(task), task_path(obligation.code)),
                 text_cell(period_label(obligation)), day_cell(obligation.due_on),
                 done_cell(obligation), number_cell(days_late(obligation, today)),
                 text_cell(said == list.progress.end() ? std::string{} : text_of(said->second)),
                 number_cell(left == list.obstacles.end() ? 0 : left->second,
                             task_path(obligation.code) + "#vuong-mac")});
        }
    }
}

}  // namespace

Result<LateList> late_list_of(database::Transaction& transaction, Watched watched)
{
    LateList list{.watched = std::move(watched)};
    const auto plan = list.watched.plan.id;
    const auto today = list.watched.today;
    list.progress = TRY(ReminderStore{transaction}.progress_of_overdue(plan, today));
    ByAgency agencies;
    if (list.watched.filter.query().empty()) {
        TRY(collect_all(transaction, list, agencies));
    } else {
        TRY(collect_narrowed(transaction, list, agencies));
    }
    list.obstacles = TRY(ObstacleStore{transaction}.left_of_plan(plan));
    AgencyNames names{transaction, today};
    for (auto& [id, agency] : agencies) {
        const auto* summary = TRY(names.of(id));
        agency.agency = *summary;
        list.agencies.push_back(std::move(agency));
    }
    std::ranges::sort(list.agencies, [](const LateAgency& a, const LateAgency& b) {
        if (a.overdue.size() != b.overdue.size()) return a.overdue.size() > b.overdue.size();
        if (a.late.size() != b.late.size()) return a.late.size() > b.late.size();
        return text::collate(a.agency.name, b.agency.name) < 0;
    });
    return list;
}

int days_late(const Obligation& obligation, Date today)
{
    const auto until = obligation.done_on.value_or(today);
    return until.days_since_1970() - obligation.due_on.days_since_1970();
}

BoardTable late_agencies_table(const LateList& list)
{
    BoardTable table{.title = "Cơ quan chưa thực hiện hoặc thực hiện muộn",
                     .columns = {{.name = "Cơ quan", .width = 44},
                                 {.name = "Việc quá hạn", .is_number = true},
                                 {.name = "Quá hạn lâu nhất (ngày)", .is_number = true},
                                 {.name = "Việc đã làm muộn", .is_number = true}}};
    for (const auto& agency : list.agencies) {
        const auto path = [&](State state) {
            auto filter = list.watched.filter;
            filter.state = state;
            filter.among = Among::everything;
            filter.agency = agency.agency.code;
            filter.due = Due::past;
            return tasks_path(list.watched.plan, filter);
        };
        table.rows.push_back(
            {text_cell(agency.agency.name),
             number_cell(static_cast<std::int64_t>(agency.overdue.size()), path(State::overdue)),
             number_cell(longest(agency, list.watched.today)),
             number_cell(static_cast<std::int64_t>(agency.late.size()),
                         path(State::fulfilled_late))});
    }
    return table;
}

BoardTable late_tasks_table(const LateList& list)
{
    BoardTable table{.title = "Việc quá hạn và việc làm muộn",
                     .columns = {{.name = "Cơ quan", .width = 44},
                                 {.name = "Việc", .width = 70},
                                 {.name = "Kỳ", .width = 16},
                                 {.name = "Hạn"},
                                 {.name = "Làm xong"},
                                 {.name = "Số ngày chậm", .is_number = true},
                                 {.name = "Cơ quan báo tiến độ", .width = 40},
                                 {.name = "Vướng mắc còn mở", .is_number = true}}};
    add_tasks(table, list, &LateAgency::overdue);
    add_tasks(table, list, &LateAgency::late);
    return table;
}

}  // namespace caicach::obligation
