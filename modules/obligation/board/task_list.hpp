#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "obligation/board/board.hpp"
#include "obligation/board/table.hpp"
#include "obligation/heirs.hpp"
#include "obligation/inbox.hpp"

/// The obligations behind a number of a board.
namespace caicach::obligation
{

/// An obligation with the agency that owes it, as AgencyNames has it today.
struct BoardTask {
    Task task{};
    std::string agency{};
    bool is_told_late{};  ///< done in time, but told to the system after the last day only
};

/// Asked of many at once, and of none that was not done in time.
[[nodiscard]] Result<void> mark_told_late(database::Transaction& transaction,
                                          std::vector<BoardTask>& tasks);
/// Those of an agency's own list of which the same holds.
[[nodiscard]] Result<std::set<ObligationId>> told_late_among(database::Transaction& transaction,
                                                             const std::vector<Task>& tasks);

/// What the words beside a state mean, where they stand.
inline constexpr std::string_view told_late_meaning =
    ": việc làm trong hạn, nhưng có kết quả sau ngày hạn mới được ghi vào hệ thống. Việc ấy vẫn "
    "được tính theo ngày làm.";

struct TaskList {
    std::vector<BoardTask> tasks{};
    bool goes_on{};
};
/// Of the filter's agency, item, month, area and state, in the order of the days. A state's list
/// is what the sums count: without requested work. Unknown agencies and items have none.
[[nodiscard]] Result<TaskList> listed_tasks(database::Transaction& transaction,
                                            const Watched& watched, const TaskPlace& after,
                                            int limit);

/// What a list is narrowed to, in words: the kind of agencies, the agency's name, the item's.
struct Narrowed {
    std::string kind{};
    std::string agency{};
    std::string item{};
};
[[nodiscard]] Result<Narrowed> narrowed(database::Transaction& transaction, const Watched& watched);

/// "2026-03": the months in which anything of the plan is due, in their order.
[[nodiscard]] Result<std::vector<std::string>> months_owed(database::Transaction& transaction,
                                                           plan::PlanId plan);

[[nodiscard]] BoardTable tasks_table(const std::vector<BoardTask>& tasks, Date today);

/// Names of agencies as of one day, each asked for once; of one that had ended by then with who
/// answers for it: "Sở Tư pháp (nay: Sở Nội vụ)".
class AgencyNames
{
public:
    AgencyNames(database::Transaction& transaction, Date day)
        : m_transaction(transaction), m_day(day), m_heirs(transaction, day)
    {
    }
    [[nodiscard]] Result<const organisation::AgencySummary*> of(organisation::AgencyId agency);

private:
    database::Transaction& m_transaction;
    Date m_day;
    Heirs m_heirs;
    std::map<organisation::AgencyId, organisation::AgencySummary> m_known{};
};

}  // namespace caicach::obligation
