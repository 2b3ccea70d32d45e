#include "base/time.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>

namespace caicach
{

Instant SystemClock::now() const
{
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::microseconds>(since).count()};
}

std::string to_iso(Instant at)
{
    using namespace std::chrono;
    const auto time = sys_time<microseconds>{microseconds{at.microseconds}};
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:06}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count(),
                       clock.subseconds().count());
}

Instant instant_from_iso(std::string_view text)
{
    using namespace std::chrono;
    int y{}, h{}, min{}, s{}, us{};
    unsigned m{}, d{};
    const std::string copy{text};
    if (std::sscanf(copy.c_str(), "%4d-%2u-%2uT%2d:%2d:%2d.%6dZ", &y, &m, &d, &h, &min, &s, &us) !=
        7)
        return {};
    const sys_days date{year_month_day{year{y}, month{m}, day{d}}};
    const auto time =
        date.time_since_epoch() + hours{h} + minutes{min} + seconds{s} + microseconds{us};
    return {duration_cast<microseconds>(time).count()};
}

}  // namespace caicach
