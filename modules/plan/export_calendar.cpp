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

/// The first such day, of every `step`th month, that is not before `earliest`.
std::optional<Date> first_by_month(int year, int step, int day, Date earliest)
{
    for (int month = step; month <= months_a_year; month += step) {
        const auto date = day_of_month(year, month, day);
        if (date >= earliest) return date;
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

std::optional<Days> recurring_days(const Schedule& schedule, int year, Date earliest)
{
    const auto end = day_of(year, months_a_year, 31);
    Recurrence recurrence{.day = schedule.day, .until = end};
    std::optional<Date> first;
    switch (schedule.every) {
        case Period::week:
            recurrence.every = Recurrence::Every::week;
            first = earliest.plus_days((friday - earliest.weekday() + 7) % 7);
            break;
        case Period::month:
            recurrence.every = Recurrence::Every::month;
            first = first_by_month(year, 1, schedule.day, earliest);
            break;
        case Period::quarter:
            recurrence.every = Recurrence::Every::quarter;
            first = first_by_month(year, 3, schedule.day, earliest);
            break;
        case Period::half:
            recurrence.every = Recurrence::Every::half_year;
            first = first_by_month(year, 6, schedule.day, earliest);
            break;
        case Period::year:
            return once(first_by_month(year, months_a_year, schedule.day, earliest));
        case Period::none:
            break;
    }
    if (!first || *first > end) return std::nullopt;
    return Days{.first = *first, .last = *first, .recurrence = recurrence};
}

std::optional<Days> days_of(const Edition& edition, const Schedule& printed)
{
    // A calendar shows when it is still time: "trước ngày 25" stands on the 24th.
    const auto schedule = by_last_day(printed);
    switch (schedule.kind) {
        case Schedule::Kind::deadline:
            return once(schedule.due);
        case Schedule::Kind::window:
            if (!schedule.from || !schedule.to) return once(schedule.to);
            return Days{.first = *schedule.from, .last = *schedule.to};
        case Schedule::Kind::recurring: {
            const auto year = edition.document.year;
            const auto begin = day_of(year, 1, 1);
            return recurring_days(schedule, year,
                                  std::max(begin, edition.document.issued_on.value_or(begin)));
        }
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
