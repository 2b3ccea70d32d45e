#include "plan/export_calendar.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "plan/item_texts.hpp"
#include "plan/paths.hpp"
#include "text/text.hpp"

namespace caicach::plan
{
namespace
{

using document::Recurrence;

constexpr int friday = 5;
constexpr int months_a_year = 12;
constexpr std::size_t title_length_max = 150;  ///< characters that a calendar can show

/// A day that is known to exist.
Date day_of(int year, int month, int day)
{
    const auto date = Date::create(year, month, day);
    VERIFY(date.has_value());
    return *date;
}

/// `day` of the month, or its last one where it is shorter or no day was named.
Date day_of_month(int year, int month, int day)
{
    const auto last = days_in_month(year, month);
    return day_of(year, month, day == 0 ? last : std::min(day, last));
}

/// Years in which a plan's days come back, and which of them are over when it is issued.
struct CalendarYears {
    int first{};
    int last{};
    Date earliest{};
};

/// Months from the last one of a period to the one that its day is of.
int month_shift(const Schedule& schedule, int step)
{
    if (schedule.month == DueMonth::after) return 1;
    return schedule.month == DueMonth::first ? 1 - step : 0;
}

/// The first such day, of every period of `step` months, that is not over when the plan is issued.
std::optional<Date> first_by_month(const CalendarYears& years, int step, const Schedule& schedule)
{
    const int begin = years.first * months_a_year + step - 1;
    for (int month = begin; month < (years.last + 1) * months_a_year; month += step) {
        const int named = month + month_shift(schedule, step);
        const auto date =
            day_of_month(named / months_a_year, named % months_a_year + 1, schedule.day);
        if (date >= years.earliest) return date;
    }
    return std::nullopt;
}

struct Days {
    Date first{};
    Date last{};
    std::optional<Recurrence> recurrence{};
};

std::optional<Days> once(const std::optional<Date>& day)
{
    if (!day) return std::nullopt;
    return Days{.first = *day, .last = *day};
}

std::optional<document::Recurrence::Every> every_of(Period period)
{
    using enum document::Recurrence::Every;
    switch (period) {
        case Period::week:
            return week;
        case Period::month:
            return month;
        case Period::quarter:
            return quarter;
        case Period::half:
            return half_year;
        case Period::year:
            return year;
        case Period::none:
        case Period::whole:
            break;
    }
    return std::nullopt;
}

std::optional<Days> recurring_days(const Schedule& schedule, const CalendarYears& years)
{
    const auto every = every_of(schedule.every);
    if (!every) return std::nullopt;
    const auto step = document::months_of(*every);
    const bool is_weekly = schedule.every == Period::week;
    const auto first = is_weekly
                           ? years.earliest.plus_days((friday - years.earliest.weekday() + 7) % 7)
                           : first_by_month(years, step, schedule);
    // A day of the month behind the last period is one of the next year.
    const auto end = schedule.month == DueMonth::after ? day_of(years.last + 1, 1, 31)
                                                       : day_of(years.last, months_a_year, 31);
    if (!first || *first > end) return std::nullopt;
    if (schedule.every == Period::year && years.first == years.last) return once(first);
    return Days{.first = *first,
                .last = *first,
                .recurrence = Recurrence{.every = *every, .day = schedule.day, .until = end}};
}

/// "Trước ngày 15/12 hằng năm" of a plan of several years.
std::optional<Days> yearly_days(Date due, const CalendarYears& years)
{
    if (due.year() >= years.last) return once(due);
    return Days{.first = due,
                .last = due,
                .recurrence = Recurrence{.every = document::Recurrence::Every::year,
                                         .day = due.day(),
                                         .until = day_of(years.last, months_a_year, 31)}};
}

std::optional<Days> days_of(const Edition& edition, const Schedule& printed)
{
    // A calendar shows when it is still time: "trước ngày 25" stands on the 24th.
    const auto schedule = by_last_day(printed);
    const auto begin = day_of(edition.document.year, 1, 1);
    const CalendarYears years{
        .first = begin.year(),
        .last = last_year(edition.document),
        .earliest = std::max(begin, edition.document.issued_on.value_or(begin))};
    switch (schedule.kind) {
        case Schedule::Kind::deadline:
            return schedule.is_yearly_deadline() ? yearly_days(*schedule.due, years)
                                                 : once(schedule.due);
        case Schedule::Kind::window:
            if (!schedule.from || !schedule.to) return once(schedule.to);
            return Days{.first = *schedule.from, .last = *schedule.to};
        case Schedule::Kind::recurring:
            return recurring_days(schedule, years);
        case Schedule::Kind::ongoing:
            break;
    }
    return std::nullopt;
}

/// A deadline says so in its title: calendars show little else.
std::string title_of(const Item& item, const Schedule& schedule)
{
    const bool is_deadline = schedule.kind == Schedule::Kind::deadline;
    return (is_deadline ? "Hạn: " : "") + text::shorten(item.title, title_length_max);
}

std::string description_of(const Edition& edition, const Item& item, const Schedule& schedule)
{
    std::string description = item.title;
    const auto facts = facts_of(item);
    for (const auto& [name, value] : facts.rows) {
        description.append("\n").append(name).append(": ").append(value);
    }
    if (const auto reading = reading_of(schedule); !reading.empty()) {
        description += "\n" + reading;
    }
    description += "\nTheo: " + edition.document.title;
    if (edition.document.number) description += " (" + *edition.document.number + ")";
    if (!item.path.empty()) description += ", mục " + item.path;
    return description;
}

}  // namespace

document::Calendar calendar_of(const Edition& edition, const std::vector<Item>& items,
                               const std::string& site)
{
    document::Calendar calendar{.name = edition.document.title,
                                .stamp = edition.in_force_at.value_or(edition.created_at)};
    for (const auto& item : items) {
        if (!item.schedule) continue;
        const auto& schedule = *item.schedule;
        const auto days = days_of(edition, schedule);
        if (!days) continue;
        calendar.entries.push_back({.uid = item_anchor(item) + "-" + edition.code + "@caicach",
                                    .title = title_of(item, schedule),
                                    .description = description_of(edition, item, schedule),
                                    .category = std::string{label(item.type)},
                                    .url = site.empty() ? "" : site + item_path(edition, item),
                                    .first = days->first,
                                    .last = days->last,
                                    .recurrence = days->recurrence});
    }
    return calendar;
}

}  // namespace caicach::plan
