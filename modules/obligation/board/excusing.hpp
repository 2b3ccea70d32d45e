#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "obligation/board/task_list.hpp"

/// One reason for many: excuses all works of a filtered list that are owed still.
namespace caicach::obligation
{

namespace limits
{
inline constexpr std::size_t excused_at_once_max = 500;
inline constexpr int excusable_looked_at_max = 5'000;  ///< of a list, done ones among them
inline constexpr std::size_t excused_shown_max = 100;  ///< on the page that asks
inline constexpr std::size_t excusing_seen_length = 64;
}  // namespace limits

struct Excusable {
    std::vector<BoardTask> tasks{};  ///< what is counted and owed still, in the order of the days
    bool is_too_many{};              ///< more than limits::excused_at_once_max: it stays undone

    /// Stands for these works as they are, so that only what was looked at is excused.
    [[nodiscard]] std::string seen() const;
};
[[nodiscard]] Result<Excusable> excusable_in(database::Transaction& transaction,
                                             const Watched& watched);

struct Excusing {
    std::string seen{};
    std::string reason{};
};
/// How many. Each is asked about, saved and recorded as if it were excused alone. conflict
/// "obligation.excusing.changed" where the list is not what was seen, "obligation.excusing.none",
/// "obligation.excusing.too_many".
[[nodiscard]] Result<std::size_t> excuse_all(Context& context, database::Transaction& transaction,
                                             const Watched& watched, const Excusing& excusing);

}  // namespace caicach::obligation
