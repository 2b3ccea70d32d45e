#pragma once
#include <string>

#include "base/time.hpp"
#include "calendar/date.hpp"

namespace caicach
{

/// The instant at which a minute of a day begins in Vietnam; 1440 is the end of the day.
[[nodiscard]] Instant instant_at(Date day, int minute);
/// How many minutes of its day have gone by, 0 to 1439.
[[nodiscard]] int minute_of_day(Instant at);

/// "21/11/2026, 09:05": day and minute in Vietnam, as pages show them.
[[nodiscard]] std::string vietnamese_moment(Instant at);

}  // namespace caicach
