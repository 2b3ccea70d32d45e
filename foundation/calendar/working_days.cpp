#include "calendar/working_days.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace caicach::calendar
{

namespace
{

constexpr int saturday = 6;
constexpr int days_off_in_a_row_max = 366;

bool is_half(DayKind kind) { return kind != DayKind::worked && !is_off(kind); }

Step step_for(const SpecialDay& row, Date from, Date to)
{
    const auto days = span_in_words(from, to);
    if (row.kind == DayKind::worked)
        return {Step::Kind::worked, from, to, fmt::format("Làm việc {}: {}.", days, row.name)};
    if (is_off(row.kind))
        return {Step::Kind::day_off, from, to, fmt::format("Nghỉ {}: {}.", days, row.name)};
    return {Step::Kind::half_day, from, to,
            fmt::format("{} {}: {}; vẫn tính là ngày làm việc.", label(row.kind), days, row.name)};
}

}  // namespace

const SpecialDay* WorkingDays::special_day(Date day) const
{
    const auto found = std::find_if(m_special_days.begin(), m_special_days.end(),
                                    [&](const SpecialDay& row) { return row.has(day); });
    return found == m_special_days.end() ? nullptr : &*found;
}

bool WorkingDays::is_working_day(Date day) const
{
    const auto* const special = special_day(day);
    if (special == nullptr || is_half(special->kind)) return day.weekday() < saturday;
    return special->kind == DayKind::worked;
}

Date WorkingDays::working_day_from(Date day) const
{
    for (int passed = 0; passed < days_off_in_a_row_max && !is_working_day(day); ++passed)
        day = day.plus_days(1);
    return day;
}

Date WorkingDays::after_working_days(Date start, int count) const
{
    auto day = start;
    for (int counted = 0; counted < count; ++counted) day = working_day_from(day.plus_days(1));
    return day;
}

Explanation WorkingDays::passed_over(Date from, Date to) const
{
    Explanation steps;
    int weekend_days{};
    Step weekend{.kind = Step::Kind::weekend};
    for (auto day = from; day <= to; day = day.plus_days(1)) {
        const auto* const special = special_day(day);
        const bool is_weekend = day.weekday() >= saturday;
        if (special == nullptr || (is_weekend && is_half(special->kind))) {
            if (!is_weekend) continue;
            if (weekend_days++ == 0) weekend.from = day;
            weekend.to = day;
            continue;
        }
        const auto first = day;
        while (day < to && special_day(day.plus_days(1)) == special) day = day.plus_days(1);
        steps.push_back(step_for(*special, first, day));
    }
    if (weekend_days == 0) return steps;
    weekend.text = fmt::format("Không tính {} ngày thứ Bảy, Chủ nhật.", weekend_days);
    steps.insert(steps.begin(), std::move(weekend));
    return steps;
}

}  // namespace caicach::calendar
