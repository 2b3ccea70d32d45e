#include "calendar/period.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace caicach::calendar
{

namespace
{

constexpr int months_in_year = 12;
constexpr int days_in_week = 7;
constexpr int thursday = 4;
constexpr int first_day_max = 28;  // the last day that every month has
constexpr std::size_t key_length_max = 16;

int months_in(Length length)
{
    switch (length) {
        case Length::quarter:
            return 3;
        case Length::half:
            return 6;
        case Length::year:
            return months_in_year;
        default:
            return 1;
    }
}

/// Months are counted through from the year 0; so is what is made of them.
int divided(int months, int by) { return (months >= 0 ? months : months - by + 1) / by; }

/// Total, unlike Date::create: the month before January of the first year is a month too.
Date day_of_month(int month, int day)
{
    using namespace std::chrono;
    const int year = divided(month, months_in_year);
    const auto of_year = static_cast<unsigned>(month - year * months_in_year + 1);
    const sys_days first = std::chrono::year{year} / std::chrono::month{of_year} / 1;
    const auto days = static_cast<std::int32_t>(first.time_since_epoch().count());
    return Date::from_days(days).plus_days(day - 1);
}

/// The period that begins `number` periods after the year 0 began.
Period counted(const Scheme& scheme, int number)
{
    const int months = months_in(scheme.length());
    const int from = number * months;
    const int cut = scheme.cut_off().first_day;
    const int start = cut == 1 ? from : from - 1;
    return {.scheme = scheme,
            .first = day_of_month(start, cut),
            .last = day_of_month(start + months, cut).plus_days(-1)};
}

/// Which month the period of a day is named after, counted through.
int named_month(const Scheme& scheme, Date day)
{
    const int cut = scheme.cut_off().first_day;
    const int month = day.year() * months_in_year + day.month() - 1;
    return cut > 1 && day.day() >= cut ? month + 1 : month;
}

Period week_of(const Scheme& scheme, Date day)
{
    const auto monday = day.plus_days(1 - day.weekday());
    return {.scheme = scheme, .first = monday, .last = monday.plus_days(days_in_week - 1)};
}

Date thursday_of(const Period& week) { return week.first.plus_days(thursday - 1); }

bool is_key(std::string_view key)
{
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto is_allowed = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); };
    return !key.empty() && key.size() <= key_length_max && is_letter(key.front()) &&
           std::all_of(key.begin(), key.end(), is_allowed);
}

}  // namespace

std::optional<Scheme> Scheme::create(Length length, const CutOff& cut_off)
{
    if (cut_off == CutOff{}) return Scheme(length);
    if (length == Length::week || !is_key(cut_off.key)) return {};
    if (cut_off.first_day < 2 || cut_off.first_day > first_day_max) return {};
    Scheme scheme(length);
    scheme.m_cut_off = cut_off;
    return scheme;
}

int Period::year() const
{
    return scheme.length() == Length::week ? thursday_of(*this).year() : last.year();
}

int Period::number() const
{
    if (scheme.length() == Length::week) {
        const auto new_year = day_of_month(year() * months_in_year, 1);
        const int days = thursday_of(*this).days_since_1970() - new_year.days_since_1970();
        return days / days_in_week + 1;
    }
    return (last.month() - 1) / months_in(scheme.length()) + 1;
}

Period period_of(const Scheme& scheme, Date day)
{
    if (scheme.length() == Length::week) return week_of(scheme, day);
    return counted(scheme, divided(named_month(scheme, day), months_in(scheme.length())));
}

Period next(const Period& period) { return period_of(period.scheme, period.last.plus_days(1)); }

Period previous(const Period& period)
{
    return period_of(period.scheme, period.first.plus_days(-1));
}

std::optional<Period> period_of_year(const Scheme& scheme, int year, int number)
{
    if (number < 1) return {};
    if (scheme.length() == Length::week) {
        // 4 January is always of the first week.
        const auto first = week_of(scheme, day_of_month(year * months_in_year, 4));
        constexpr int weeks_max = 53;
        if (number > weeks_max) return {};
        auto period = week_of(scheme, first.first.plus_days((number - 1) * days_in_week));
        if (period.year() != year) return {};
        return period;
    }
    const int a_year = months_in_year / months_in(scheme.length());
    if (number > a_year) return {};
    return counted(scheme, year * a_year + number - 1);
}

std::vector<Period> periods_of_year(const Scheme& scheme, int year)
{
    std::vector<Period> periods;
    for (int number = 1; auto period = period_of_year(scheme, year, number); ++number)
        periods.push_back(std::move(*period));
    return periods;
}

int days_left(const Period& period, Date today)
{
    return period.last.days_since_1970() - today.days_since_1970();
}

std::string label(const Period& period)
{
    constexpr std::array quarters{"I", "II", "III", "IV"};
    const int year = period.year();
    const int number = period.number();
    switch (period.scheme.length()) {
        case Length::week:
            return fmt::format("Tuần {}/{}", number, year);
        case Length::month:
            return fmt::format("Tháng {}/{}", number, year);
        case Length::quarter:
            return fmt::format("Quý {}/{}", quarters.at(static_cast<std::size_t>(number - 1)),
                               year);
        case Length::half:
            return fmt::format("6 tháng {} năm {}", number == 1 ? "đầu" : "cuối", year);
        case Length::year:
            break;
    }
    return fmt::format("Năm {}", year);
}

}  // namespace caicach::calendar
