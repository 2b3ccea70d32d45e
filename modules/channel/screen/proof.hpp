#pragma once
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "channel/screen/screen_store.hpp"

/// What a player says it showed, and whether that can have been.
namespace caicach::channel
{

/// invalid "channel.screen.proof".
[[nodiscard]] Result<std::vector<Shown>> read_proof(std::string_view json);

/// Each line by itself and all of a day together, with what stands already: no day has more seconds
/// than there are, today none more than have gone by, and no day lies before the pairing.
[[nodiscard]] Result<void> check_proof(database::Transaction& transaction, const Screen& screen,
                                       const std::vector<Shown>& proof, Instant now);

[[nodiscard]] std::string month_of(Date day);  ///< "2026-03"
struct MonthDays {
    Date first{};
    Date last{};
};
[[nodiscard]] MonthDays days_of_month(Date day);

}  // namespace caicach::channel
