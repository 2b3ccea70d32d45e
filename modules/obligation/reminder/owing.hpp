#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "database/transaction.hpp"
#include "obligation/inbox.hpp"

/// What is owed still, by who owes it: whom a click may remind, and of what.
namespace caicach::obligation
{

/// With when somebody was nudged about it last, and on whose behalf.
struct OwedTask {
    Task task{};
    std::optional<Date> nudged_on{};
    organisation::AgencyId nudged_by{};
};
/// Of a row with the columns of a task and of the last nudge.
[[nodiscard]] OwedTask owed_task_from(const database::Row& row);

struct Owing {
    organisation::AgencySummary agency{};
    std::vector<OwedTask> tasks{};  ///< in the order of their days

    [[nodiscard]] std::int64_t overdue(Date today) const;
    /// Whether a click may name any of it still: each is named once a day, whoever clicks.
    [[nodiscard]] bool waits(Date today) const;
    /// The last nudge about any of it; none where nobody was nudged.
    [[nodiscard]] const OwedTask* last_nudged() const;
};
/// Who has most overdue stands first, then by name.
[[nodiscard]] Result<std::vector<Owing>> owing_of(database::Transaction& transaction,
                                                  std::vector<OwedTask> tasks, Date today);

}  // namespace caicach::obligation
