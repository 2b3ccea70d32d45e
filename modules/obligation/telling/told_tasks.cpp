#include "obligation/telling/told_tasks.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "obligation/coordination.hpp"
#include "obligation/sql.hpp"
#include "obligation/state_views.hpp"

namespace caicach::obligation
{

Result<std::vector<plan::PlanSummary>> plans_in(database::Transaction& transaction,
                                                const calendar::Window& window, Date today)
{
    auto plans = TRY(plan::plans_in_force(transaction));
    std::erase_if(plans, [&](const plan::PlanSummary& plan) {
        return plan.last_year < window.from.year() || plan.first_year > window.to.year();
    });
    TRY(pass_coordination_on(transaction, plans, today));
    return plans;
}

Date last_over(const evidence::Telling& telling)
{
    return std::min(telling.window.to, telling.today.plus_days(-1));
}

calendar::Window days_behind(const evidence::Telling& telling)
{
    const auto& [from, to] = telling.window;
    const auto days = to.days_since_1970() - from.days_since_1970() + 1;
    return {.from = std::max(to.plus_days(1), telling.today), .to = to.plus_days(days)};
}

Result<bool> SpokenFor::has(organisation::AgencyId agency, Date day)
{
    if (agency == m_agency) return true;
    const auto heirs = TRY(m_heirs.of(agency, day));
    return !heirs.empty() && heirs.front() == m_agency;
}

Result<AgencyTasks> AgencyTasks::load(database::Transaction& transaction,
                                      organisation::AgencyId agency,
                                      const evidence::Telling& telling)
{
    AgencyTasks tasks{transaction, agency, telling};
    const auto before = TRY(predecessors_of(transaction, agency, telling.today));
    tasks.m_agencies.push_back(agency);
    for (const auto one : before) tasks.m_agencies.push_back(one);
    tasks.m_plans = TRY(plans_in(transaction, telling.window, telling.today));
    return tasks;
}

Result<std::vector<Task>> AgencyTasks::done(std::size_t limit)
{
    auto tasks = TRY(of_plans(sql::told_done, m_telling.window, limit));
    std::ranges::stable_sort(tasks, {}, [](const Task& task) { return task.obligation.done_on; });
    if (tasks.size() > limit) tasks.resize(limit);
    return tasks;
}

Result<std::vector<Task>> AgencyTasks::overdue(std::size_t limit)
{
    return owed({.from = organisation::first_day(), .to = last_over(m_telling)}, limit);
}

Result<std::vector<Task>> AgencyTasks::late(std::size_t limit)
{
    auto tasks = TRY(of_plans(sql::told_late, m_telling.window, limit));
    std::ranges::stable_sort(tasks, {}, [](const Task& task) { return task.obligation.due_on; });
    if (tasks.size() > limit) tasks.resize(limit);
    return tasks;
}

Result<std::vector<Task>> AgencyTasks::next(std::size_t limit)
{
    return owed(days_behind(m_telling), limit);
}

Result<std::vector<Task>> AgencyTasks::of_plans(std::string_view statement,
                                                const calendar::Window& days, std::size_t limit)
{
    std::vector<Task> all;
    for (const auto agency : m_agencies) {
        for (const auto& plan : m_plans) {
            auto tasks = TRY(m_transaction.all(statement, task_from, agency, plan.id, days.from,
                                               days.to, static_cast<std::int64_t>(limit)));
            std::ranges::move(tasks, std::back_inserter(all));
        }
    }
    TRY(keep_own(all));
    return all;
}

Result<std::vector<Task>> AgencyTasks::owed(const calendar::Window& days, std::size_t limit)
{
    std::vector<Task> all;
    for (const auto agency : m_agencies) {
        auto tasks = TRY(m_transaction.all(sql::told_owed, task_from, agency, days.from, days.to,
                                           static_cast<std::int64_t>(limit)));
        std::ranges::move(tasks, std::back_inserter(all));
    }
    TRY(keep_own(all));
    std::ranges::stable_sort(all, {}, [](const Task& task) { return task.obligation.due_on; });
    if (all.size() > limit) all.resize(limit);
    return all;
}

Result<void> AgencyTasks::keep_own(std::vector<Task>& tasks)
{
    std::vector<Task> own;
    own.reserve(tasks.size());
    for (auto& task : tasks) {
        const bool is_own = TRY(m_spoken_for.has(task.obligation.agency, task.obligation.due_on));
        if (is_own) own.push_back(std::move(task));
    }
    tasks = std::move(own);
    return {};
}

std::string told_text(const Task& task)
{
    auto text = task.work.path + ". " + task.work.title;
    if (task.obligation.period != "once") text += " (" + period_label(task.obligation) + ")";
    return text;
}

}  // namespace caicach::obligation
