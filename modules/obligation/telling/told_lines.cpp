#include "obligation/telling/told_lines.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "obligation/board/late_list.hpp"
#include "obligation/obstacle/obstacle_paths.hpp"
#include "obligation/obstacle/obstacle_store.hpp"
#include "obligation/paths.hpp"
#include "obligation/reminder/reminder.hpp"
#include "obligation/state_views.hpp"
#include "obligation/telling/told_tables.hpp"
#include "obligation/telling/told_targets.hpp"
#include "obligation/telling/told_tasks.hpp"

namespace caicach::obligation
{
namespace
{

using evidence::LineSection;
using evidence::ToldLine;

/// Obstacles of an agency that are looked through, the newest first.
constexpr int obstacles_read_max = 200;

ToldLine line_of(LineSection section, const Task& task, Date day, std::string note)
{
    return {.section = section,
            .area = task.work.area,
            .text = told_text(task),
            .note = std::move(note),
            .path = task_path(task.obligation.code),
            .day = day};
}

std::string days_text(const Obligation& obligation, Date today)
{
    return std::to_string(days_late(obligation, today)) + " ngày";
}

std::string done_note(const Obligation& obligation, Date today)
{
    const auto on = obligation.done_on.value_or(today);
    auto note = std::string{state_text(obligation, today)} + ", ngày " + on.vietnamese();
    if (on > obligation.due_on && !obligation.is_requested)
        note += ", sau hạn " + days_text(obligation, today);
    return note;
}

class Lines
{
public:
    Lines(database::Transaction& transaction, AgencyTasks tasks,
          const evidence::ToldLinesAsked& asked)
        : m_transaction(transaction), m_tasks(std::move(tasks)), m_asked(asked)
    {
    }

    Result<void> add_done()
    {
        const auto tasks = TRY(m_tasks.done(m_asked.lines_max));
        for (const auto& task : tasks) {
            const auto& obligation = task.obligation;
            add(line_of(LineSection::done, task, obligation.done_on.value_or(today()),
                        done_note(obligation, today())));
        }
        return {};
    }

    /// With what the agency said of it last, where it did.
    Result<void> add_late()
    {
        const auto overdue = TRY(m_tasks.overdue(m_asked.lines_max));
        for (const auto& task : overdue) {
            auto note = "Quá hạn " + days_text(task.obligation, today());
            const auto said = TRY(said_of(task.obligation));
            if (!said.empty()) note += "; " + said;
            add(line_of(LineSection::late, task, task.obligation.due_on, std::move(note)));
        }
        const auto late = TRY(m_tasks.late(m_asked.lines_max));
        for (const auto& task : late)
            add(line_of(LineSection::late, task, task.obligation.due_on,
                        done_note(task.obligation, today())));
        return {};
    }

    Result<void> add_next()
    {
        const auto tasks = TRY(m_tasks.next(m_asked.lines_max));
        for (const auto& task : tasks)
            add(line_of(LineSection::next, task, task.obligation.due_on,
                        "Hạn " + task.obligation.due_on.vietnamese()));
        return {};
    }

    /// What was raised until the end of the window, and in it or not closed yet.
    Result<void> add_obstacles()
    {
        const auto raised = TRY(ObstacleStore{m_transaction}.of_agency(
            *m_asked.telling.agency, ObstacleBox::raised, {}, obstacles_read_max));
        std::size_t taken = 0;
        for (const auto& [obstacle, work] : raised) {
            const auto on = Date::of(obstacle.raised_at);
            const auto& window = m_asked.telling.window;
            const bool is_left = obstacle.state != ObstacleState::closed;
            if (on > window.to || (on < window.from && !is_left)) continue;
            if (++taken > m_asked.lines_max) break;
            add({.section = LineSection::obstacle,
                 .area = work.area,
                 .text = work.path + ". " + work.title + ": " + obstacle.problem,
                 .note = obstacle.wish,
                 .path = obstacle_path(obstacle.code),
                 .day = on});
        }
        return {};
    }

    Result<void> add_targets(Context& context)
    {
        auto told = TRY(told_targets(context, m_transaction, m_asked.telling, m_asked.lines_max));
        for (auto& one : told) {
            add({.section = LineSection::target,
                 .text = one.title + ": " + one.asked,
                 .note = one.known + " (" + one.reached + ")",
                 .path = std::move(one.path),
                 .day = m_asked.telling.window.to});
        }
        return {};
    }

private:
    [[nodiscard]] Date today() const { return m_asked.telling.today; }
    void add(ToldLine line) { m_asked.lines->push_back(std::move(line)); }

    /// A plan's answers are read once, with its first overdue line.
    Result<std::string> said_of(const Obligation& obligation)
    {
        if (m_plans_read.insert(obligation.plan).second) {
            auto said =
                TRY(ReminderStore{m_transaction}.progress_of_overdue(obligation.plan, today()));
            m_said.merge(said);
        }
        const auto found = m_said.find(obligation.id);
        return found == m_said.end() ? std::string{} : text_of(found->second);
    }

    database::Transaction& m_transaction;
    AgencyTasks m_tasks;
    const evidence::ToldLinesAsked& m_asked;
    std::set<plan::PlanId> m_plans_read{};
    std::map<ObligationId, SaidProgress> m_said{};
};

}  // namespace

Result<void> tell_lines(Context& context, database::Transaction& transaction,
                        const evidence::ToldLinesAsked& asked)
{
    if (!asked.telling.agency) return {};
    auto tasks = TRY(AgencyTasks::load(transaction, *asked.telling.agency, asked.telling));
    Lines lines{transaction, std::move(tasks), asked};
    for (const auto section : asked.sections) {
        switch (section) {
            case LineSection::done:
                TRY(lines.add_done());
                break;
            case LineSection::late:
                TRY(lines.add_late());
                break;
            case LineSection::obstacle:
                TRY(lines.add_obstacles());
                break;
            case LineSection::next:
                TRY(lines.add_next());
                break;
            case LineSection::target:
                TRY(lines.add_targets(context));
                break;
        }
    }
    return {};
}

}  // namespace caicach::obligation
