#include "calendar/moment.hpp"

#include <fmt/core.h>

#include "calendar/date.hpp"

namespace caicach
{

std::string vietnamese_moment(Instant at)
{
    // The one time zone of the country, without summer time.
    constexpr std::int64_t offset_seconds = 7 * 3600;
    constexpr std::int64_t day_seconds = 24 * 3600;
    const auto of_day = (at.microseconds / 1'000'000 + offset_seconds) % day_seconds;
    return fmt::format("{}, {:02}:{:02}", Date::of(at).vietnamese(), of_day / 3600,
                       of_day / 60 % 60);
}

}  // namespace caicach
