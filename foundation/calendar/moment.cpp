#include "calendar/moment.hpp"

#include <fmt/core.h>

namespace caicach
{

namespace
{

// The one time zone of the country, without summer time.
constexpr std::int64_t offset_minutes = 7 * 60;
constexpr std::int64_t day_minutes = 24 * 60;
constexpr std::int64_t minute_us = 60LL * 1'000'000;

}  // namespace

Instant instant_at(Date day, int minute)
{
    return {(day.days_since_1970() * day_minutes - offset_minutes + minute) * minute_us};
}

int minute_of_day(Instant at)
{
    return static_cast<int>((at.microseconds - instant_at(Date::of(at), 0).microseconds) /
                            minute_us);
}

std::string vietnamese_moment(Instant at)
{
    const int minute = minute_of_day(at);
    return fmt::format("{}, {:02}:{:02}", Date::of(at).vietnamese(), minute / 60, minute % 60);
}

}  // namespace caicach
