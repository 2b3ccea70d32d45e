#include "base/time.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace caicach
{
namespace
{

/// Whether the text has a digit wherever the layout has one, and the layout's sign elsewhere.
bool has_layout(std::string_view text, std::string_view layout)
{
    return std::equal(text.begin(), text.end(), layout.begin(), layout.end(),
                      [](char sign, char expected) {
                          return expected == '0' ? sign >= '0' && sign <= '9' : sign == expected;
                      });
}

int number_at(std::string_view text, std::size_t at, std::size_t length)
{
    int number = 0;
    for (const char digit : text.substr(at, length)) number = number * 10 + (digit - '0');
    return number;
}

}  // namespace

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
    constexpr std::string_view layout = "0000-00-00T00:00:00.000000Z";
    if (!has_layout(text, layout)) return {};
    using namespace std::chrono;
    const year_month_day date{year{number_at(text, 0, 4)},
                              month{static_cast<unsigned>(number_at(text, 5, 2))},
                              day{static_cast<unsigned>(number_at(text, 8, 2))}};
    const hours hour{number_at(text, 11, 2)};
    const minutes minute{number_at(text, 14, 2)};
    const seconds second{number_at(text, 17, 2)};
    if (!date.ok() || hour >= days{1} || minute >= hours{1} || second >= minutes{1}) return {};
    const auto time = sys_days{date}.time_since_epoch() + hour + minute + second +
                      microseconds{number_at(text, 20, 6)};
    return {duration_cast<microseconds>(time).count()};
}

}  // namespace caicach
