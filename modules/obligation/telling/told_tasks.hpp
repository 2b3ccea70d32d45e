#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "evidence/api.hpp"
#include "obligation/heirs.hpp"
#include "obligation/inbox.hpp"

/// Which obligations a report of some days speaks of.
namespace caicach::obligation
{

/// The plans that go on in the days, each with who coordinates it today.
[[nodiscard]] Result<std::vector<plan::PlanSummary>> plans_in(database::Transaction& transaction,
                                                              const calendar::Window& window,
                                                              Date today);

/// The last day whose work is over: within the window, and before today.
[[nodiscard]] Date last_over(const evidence::Telling& telling);
/// As many days as the window has, behind it; none before today.
[[nodiscard]] calendar::Window days_behind(const evidence::Telling& telling);

/// Whom an agency speaks for: itself, and agencies that ended, of whose work of a day it has most.
class SpokenFor
{
public:
    SpokenFor(database::Transaction& transaction, organisation::AgencyId agency, Date today)
        : m_agency(agency), m_heirs(transaction, today)
    {
    }
    [[nodiscard]] Result<bool> has(organisation::AgencyId agency, Date day);

private:
    organisation::AgencyId m_agency{};
    Heirs m_heirs;
};

/// An agency's obligations, each list at most as long as asked for, in the order of its days.
class AgencyTasks
{
public:
    [[nodiscard]] static Result<AgencyTasks> load(database::Transaction& transaction,
                                                  organisation::AgencyId agency,
                                                  const evidence::Telling& telling);

    /// Done within the window, whenever that was due.
    [[nodiscard]] Result<std::vector<Task>> done(std::size_t limit);
    /// Due until the end of the window, and owed still.
    [[nodiscard]] Result<std::vector<Task>> overdue(std::size_t limit);
    /// Due within the window, done behind its day.
    [[nodiscard]] Result<std::vector<Task>> late(std::size_t limit);
    /// Due in the days behind the window.
    [[nodiscard]] Result<std::vector<Task>> next(std::size_t limit);

private:
    AgencyTasks(database::Transaction& transaction, organisation::AgencyId agency,
                const evidence::Telling& telling)
        : m_transaction(transaction),
          m_spoken_for(transaction, agency, telling.today),
          m_telling(telling)
    {
    }
    [[nodiscard]] Result<std::vector<Task>> of_plans(std::string_view statement,
                                                     const calendar::Window& days,
                                                     std::size_t limit);
    [[nodiscard]] Result<std::vector<Task>> owed(const calendar::Window& days, std::size_t limit);
    [[nodiscard]] Result<void> keep_own(std::vector<Task>& tasks);

    database::Transaction& m_transaction;
    SpokenFor m_spoken_for;
    evidence::Telling m_telling{};
    std::vector<organisation::AgencyId> m_agencies{};
    std::vector<plan::PlanSummary> m_plans{};
};

/// "II.1. Đăng tin, bài (Tháng 3/2026)"
[[nodiscard]] std::string told_text(const Task& task);

}  // namespace caicach::obligation
