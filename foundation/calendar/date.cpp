#include "calendar/date.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace caicach
{
namespace
{

constexpr std::int64_t vietnam_offset_us = 7LL * 3600 * 1'000'000;
constexpr std::int64_t day_us = 24LL * 3600 * 1'000'000;

std::chrono::year_month_day parts(std::int32_t days)
{
    return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{days}}};
}

/// One to four digits from the front of `text`, which moves on.
std::optional<int> take_number(std::string_view& text)
{
    int value{};
    const auto digits = text.substr(0, 4);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || text.front() == '-') return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

}  // namespace

std::optional<Date> Date::create(int year, int month, int day)
{
    using namespace std::chrono;
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return std::nullopt;
    const year_month_day date{std::chrono::year{year},
                              std::chrono::month{static_cast<unsigned>(month)},
                              std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) return std::nullopt;
    return from_days(static_cast<std::int32_t>(sys_days{date}.time_since_epoch().count()));
}

std::optional<Date> Date::from_iso(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    for (const auto place : {0, 1, 2, 3, 5, 6, 8, 9}) {
        const auto c = text[static_cast<std::size_t>(place)];
        if (c < '0' || c > '9') return std::nullopt;
    }
    const auto number = [&](std::size_t from, std::size_t length) {
        int value{};
        std::from_chars(text.data() + from, text.data() + from + length, value);
        return value;
    };
    return create(number(0, 4), number(5, 2), number(8, 2));
}

std::optional<Date> Date::from_vietnamese(std::string_view text)
{
    int numbers[3]{};
    for (int i = 0; i < 3; ++i) {
        if (text.empty()) return std::nullopt;
        if (i > 0) {
            if (text.front() != '/' && text.front() != '-' && text.front() != '.')
                return std::nullopt;
            text.remove_prefix(1);
            if (text.empty()) return std::nullopt;
        }
        const auto number = take_number(text);
        if (!number) return std::nullopt;
        numbers[i] = *number;
    }
    if (!text.empty() || numbers[2] < 1000) return std::nullopt;
    return create(numbers[2], numbers[1], numbers[0]);
}

Date Date::from_days(std::int32_t days_since_1970)
{
    Date date;
    date.m_days = days_since_1970;
    return date;
}

Date Date::of(Instant at)
{
    const auto local = at.microseconds + vietnam_offset_us;
    const auto days = local >= 0 ? local / day_us : -((-local + day_us - 1) / day_us);
    return from_days(static_cast<std::int32_t>(days));
}

int Date::year() const { return static_cast<int>(parts(m_days).year()); }

int Date::month() const { return static_cast<int>(static_cast<unsigned>(parts(m_days).month())); }

int Date::day() const { return static_cast<int>(static_cast<unsigned>(parts(m_days).day())); }

int Date::weekday() const
{
    return static_cast<int>(
        std::chrono::weekday{std::chrono::sys_days{std::chrono::days{m_days}}}.iso_encoding());
}

std::string Date::iso() const { return fmt::format("{:04}-{:02}-{:02}", year(), month(), day()); }

std::string Date::vietnamese() const
{
    return fmt::format("{:02}/{:02}/{}", day(), month(), year());
}

std::string Date::in_words() const
{
    return fmt::format("ngày {:02} tháng {} năm {}", day(),
                       month() <= 2 ? fmt::format("{:02}", month()) : std::to_string(month()),
                       year());
}

int days_in_month(int year, int month)
{
    using namespace std::chrono;
    const auto last = std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} /
                      std::chrono::last;
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

}  // namespace caicach
