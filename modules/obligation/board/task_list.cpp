#include "obligation/board/task_list.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "obligation/inbox.hpp"
#include "obligation/limits.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/paths.hpp"
#include "obligation/sql.hpp"
#include "obligation/state_views.hpp"

namespace caicach::obligation
{
namespace
{

bool is_among(const Obligation& obligation, Among among)
{
    if (obligation.is_requested || obligation.closing == Closing::closed) return false;
    if (among == Among::due_soon) return obligation.is_owed();
    return among == Among::owed || obligation.closing == Closing::none;
}

bool passes(const Task& task, const BoardFilter& filter, Date today)
{
    if (!filter.area.empty()) {
        const auto& wanted = filter.area;
        const auto& area = task.work.area;
        if (wanted == no_area ? !area.empty() : area != wanted) return false;
    }
    if (filter.state)
        return !task.obligation.is_requested && state_of(task.obligation, today) == *filter.state;
    return filter.among == Among::everything || is_among(task.obligation, filter.among);
}

/// What is owed still stands in an index of its own.
bool is_owed_still(const BoardFilter& filter)
{
    return filter.among == Among::due_soon || filter.state == State::overdue;
}

Days days_of(const Watched& watched)
{
    const auto& filter = watched.filter;
    const auto today = watched.today;
    auto days = days_of_month(filter.month).value_or(Days{limits::first_day(), limits::last_day()});
    if (filter.until) days.last = std::min(days.last, *filter.until);
    if (filter.due == Due::past || filter.state == State::overdue)
        days.last = std::min(days.last, today.plus_days(-1));
    if (filter.due == Due::ahead || filter.among == Among::due_soon)
        days.first = std::max(days.first, today);
    if (filter.among == Among::due_soon)
        days.last = std::min(days.last, today.plus_days(due_soon_days));
    return days;
}

/// None where the plan has no such item.
Result<std::optional<Work>> work_in(database::Transaction& transaction, const Watched& watched)
{
    auto works = TRY(works_of(transaction, watched.plan.id));
    const auto found = std::ranges::find_if(works, [&](const Work& work) {
        return plan::item_code(work.lineage.value) == watched.filter.item;
    });
    return found == works.end() ? std::optional<Work>{} : std::optional{std::move(*found)};
}

/// Takes rows until `limit` of them passed, and one more that tells that it goes on.
class Collecting
{
public:
    Collecting(database::Transaction& transaction, const Watched& watched, int limit)
        : m_names(transaction, watched.today),
          m_watched(watched),
          m_limit(static_cast<std::size_t>(limit))
    {
    }
    void only(organisation::AgencyId agency) { m_agency = agency; }

    /// Whether more may follow.
    bool operator()(const database::Row& row)
    {
        auto taken = take(task_from(row));
        if (!taken) m_failure = tl::unexpected<Error>(std::move(taken.error()));
        return taken && *taken;
    }

    [[nodiscard]] Result<TaskList> list() &&
    {
        TRY(std::move(m_failure));
        return std::move(m_list);
    }

private:
    Result<bool> take(Task task)
    {
        if (m_agency && task.obligation.agency != m_agency) return true;
        if (!passes(task, m_watched.filter, m_watched.today)) return true;
        const auto* agency = TRY(m_names.of(task.obligation.agency));
        const auto& kind = m_watched.filter.kind;
        if (!kind.empty() && agency->kind != kind) return true;
        m_list.goes_on = m_list.tasks.size() == m_limit;
        if (m_list.goes_on) return false;
        m_list.tasks.push_back({.task = std::move(task), .agency = agency->name});
        return true;
    }

    AgencyNames m_names;
    const Watched& m_watched;
    std::size_t m_limit;
    organisation::AgencyId m_agency{};
    TaskList m_list{};
    Result<void> m_failure{};
};

Result<void> collect(database::Transaction& transaction, const Watched& watched,
                     const TaskPlace& after, Collecting& collecting)
{
    const auto& filter = watched.filter;
    const auto plan = watched.plan.id;
    const auto days = days_of(watched);
    const auto from = after.id ? after : TaskPlace{.due_on = days.first.plus_days(-1)};
    auto visit = [&](const database::Row& row) { return collecting(row); };
    organisation::AgencyId agency;
    if (!filter.agency.empty()) {
        const auto found =
            TRY(organisation::agency_by_code(transaction, filter.agency, watched.today));
        agency = found.id;
        collecting.only(agency);
    }
    if (!filter.item.empty()) {
        const auto work = TRY(work_in(transaction, watched));
        if (!work) return failure(Failure::not_found, "obligation.not_found");
        return transaction.each(sql::board_tasks_of_item, visit, plan, days.first, days.last,
                                from.due_on, from.id, work->lineage);
    }
    if (is_owed_still(filter)) {
        return transaction.each(sql::board_owed_tasks, visit, plan, days.first, days.last,
                                from.due_on, from.id);
    }
    if (agency) {
        return transaction.each(sql::board_tasks_of_agency, visit, plan, days.first, days.last,
                                from.due_on, from.id, agency);
    }
    return transaction.each(sql::board_tasks, visit, plan, days.first, days.last, from.due_on,
                            from.id);
}

/// So many works are asked about at once.
constexpr std::size_t asked_at_once = 50;

/// Only what was done in time can have been told too late.
bool was_in_time(const Obligation& obligation)
{
    return obligation.done_on && *obligation.done_on <= obligation.due_on;
}

/// Asked of many at once, never a row.
Result<std::set<ObligationId>> told_late_of(database::Transaction& transaction,
                                            const std::set<ObligationId>& done)
{
    std::set<ObligationId> late;
    const auto take = [&](const database::Row& row) {
        late.insert(row.id<ObligationId>("obligation_id"));
    };
    for (auto next = done.begin(); next != done.end();) {
        std::array<ObligationId, asked_at_once> ids{};
        for (auto at = ids.begin(); at != ids.end() && next != done.end(); ++at, ++next)
            *at = *next;
        const auto ask = [&](const auto&... id) {
            return transaction.each(sql::told_late_of, take, id...);
        };
        TRY(std::apply(ask, ids));
    }
    return late;
}

}  // namespace

Result<TaskList> listed_tasks(database::Transaction& transaction, const Watched& watched,
                              const TaskPlace& after, int limit)
{
    Collecting collecting{transaction, watched, limit};
    TRY(collect(transaction, watched, after, collecting));
    auto list = TRY(std::move(collecting).list());
    TRY(mark_told_late(transaction, list.tasks));
    return list;
}

Result<void> mark_told_late(database::Transaction& transaction, std::vector<BoardTask>& tasks)
{
    std::set<ObligationId> done;
    for (const auto& one : tasks)
        if (was_in_time(one.task.obligation)) done.insert(one.task.obligation.id);
    const auto late = TRY(told_late_of(transaction, done));
    for (auto& one : tasks) one.is_told_late = late.contains(one.task.obligation.id);
    return {};
}

Result<std::set<ObligationId>> told_late_among(database::Transaction& transaction,
                                               const std::vector<Task>& tasks)
{
    std::set<ObligationId> done;
    for (const auto& task : tasks)
        if (was_in_time(task.obligation)) done.insert(task.obligation.id);
    return told_late_of(transaction, done);
}

Result<Narrowed> narrowed(database::Transaction& transaction, const Watched& watched)
{
    Narrowed words;
    if (!watched.filter.kind.empty()) {
        const auto kinds = TRY(organisation::kinds(transaction));
        const auto found = std::ranges::find(kinds, watched.filter.kind, &organisation::Kind::key);
        if (found != kinds.end()) words.kind = found->text;
    }
    if (!watched.filter.agency.empty()) {
        const auto agency =
            TRY(organisation::agency_by_code(transaction, watched.filter.agency, watched.today));
        words.agency = TRY(Heirs(transaction, watched.today).named(agency));
    }
    if (!watched.filter.item.empty()) {
        const auto work = TRY(work_in(transaction, watched));
        if (work) words.item = work->path + ". " + work->title;
    }
    return words;
}

Result<std::vector<std::string>> months_owed(database::Transaction& transaction, plan::PlanId plan)
{
    const auto month = [](const database::Row& row) { return row.string("month"); };
    return transaction.all(sql::board_months_owed, month, plan);
}

BoardTable tasks_table(const std::vector<BoardTask>& tasks, Date today)
{
    BoardTable table{.title = "Từng việc",
                     .columns = {{.name = "Việc", .width = 70},
                                 {.name = "Cơ quan", .width = 44},
                                 {.name = "Kỳ", .width = 16},
                                 {.name = "Đã làm", .width = 40},
                                 {.name = "Hạn"},
                                 {.name = "Tình trạng", .width = 20}}};
    table.rows.reserve(tasks.size());
    for (const auto& [task, agency, is_told_late] : tasks) {
        const auto& obligation = task.obligation;
        table.rows.push_back(
            {text_cell(task.work.path + ". " + task.work.title, task_path(obligation.code)),
             text_cell(agency), text_cell(period_label(obligation)),
             text_cell(progress_of(obligation, today)), day_cell(obligation.due_on),
             text_cell(std::string{state_text(obligation, today)} +
                       (is_told_late ? ", báo sau hạn" : ""))});
    }
    return table;
}

Result<const organisation::AgencySummary*> AgencyNames::of(organisation::AgencyId agency)
{
    auto found = m_known.find(agency);
    if (found == m_known.end()) {
        auto summary = TRY(organisation::agency_by_id(m_transaction, agency, m_day));
        summary.name = TRY(m_heirs.named(summary));
        found = m_known.emplace(agency, std::move(summary)).first;
    }
    return &found->second;
}

}  // namespace caicach::obligation
