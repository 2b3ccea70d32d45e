#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "obligation/board/board.hpp"

namespace caicach::obligation
{

/// How late one agency is with a plan: of all that it owes, however much that is.
struct LateStanding {
    organisation::AgencySummary agency{};
    std::int64_t overdue{};
    std::int64_t late{};           ///< done, after their day
    std::optional<Date> oldest{};  ///< last day of what is overdue longest
    std::optional<Date> nudged_on{};
    organisation::AgencyId nudged_by{};  ///< on whose behalf
};
/// All who have anything overdue or done too late; who has most overdue stands first. Requested and
/// excused work counts nowhere.
[[nodiscard]] Result<std::vector<LateStanding>> late_standings(database::Transaction& transaction,
                                                               const Watched& watched);

/// Who may be nudged still: each agency is, once a day.
[[nodiscard]] bool waits_for_nudge(const LateStanding& standing, Date today);

}  // namespace caicach::obligation
