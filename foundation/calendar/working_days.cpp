#include "calendar/working_days.hpp"

namespace caicach
{

namespace
{

constexpr int saturday = 6;

}  // namespace

bool WorkingDays::is_working_day(Date day) const
{
    for (const auto& exception : m_exceptions)
        if (exception.from <= day && day <= exception.to) return exception.is_worked;
    return day.weekday() < saturday;
}

Date WorkingDays::working_day_from(Date day) const
{
    while (!is_working_day(day)) day = day.plus_days(1);
    return day;
}

Date WorkingDays::after_working_days(Date start, int count) const
{
    auto day = start;
    for (int counted = 0; counted < count; ++counted) day = working_day_from(day.plus_days(1));
    return day;
}

}  // namespace caicach
