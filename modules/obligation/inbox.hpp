#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "obligation/obligation.hpp"
#include "obligation/work.hpp"

/// What an agency owes, the most urgent first.
namespace caicach::obligation
{

/// urgent: late, or due within `urgent_days`; later: not yet; done: fulfilled or owed no more, of
/// the last year.
enum class Box { urgent, later, done };
inline constexpr int urgent_days = 14;
inline constexpr int done_days = 365;

[[nodiscard]] std::string_view name_of(Box box);  ///< "den-han", for addresses
[[nodiscard]] std::string box_path(Box box, bool only_mine);
/// urgent where it is none.
[[nodiscard]] Box box_from(std::string_view name);

/// An obligation with the item it comes from.
struct Task {
    Obligation obligation{};
    Work work{};
};
[[nodiscard]] Result<Task> task_of(database::Transaction& transaction,
                                   const Obligation& obligation);
/// Of a row with the columns of both.
[[nodiscard]] Task task_from(const database::Row& row);

/// Where a page of tasks goes on; empty for the first.
struct TaskPlace {
    Date due_on{};
    ObligationId id{};
};

/// "2026-03-31.123", for addresses.
[[nodiscard]] std::string place_text(const Task& task);
/// The first page where it is none.
[[nodiscard]] TaskPlace place_from(std::string_view text);

struct TaskQuery {
    organisation::AgencyId agency{};
    Box box{Box::urgent};
    bool only_mine{};  ///< assigned to `account`
    AccountId account{};
    TaskPlace after{};
    int limit{50};
};
[[nodiscard]] Result<std::vector<Task>> tasks(database::Transaction& transaction,
                                              const TaskQuery& query, Date today);

struct BoxCounts {
    std::int64_t overdue{};
    std::int64_t urgent{};  ///< overdue ones too
    std::int64_t later{};
};
/// Of the query's agency and account. Of what is owed still: it does not grow with the years.
[[nodiscard]] Result<BoxCounts> box_counts(database::Transaction& transaction,
                                           const TaskQuery& query, Date today);

}  // namespace caicach::obligation
