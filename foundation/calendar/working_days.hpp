#pragma once
#include <utility>
#include <vector>

#include "calendar/explanation.hpp"
#include "calendar/special_day.hpp"

namespace caicach::calendar
{

/// Which days offices work: Monday to Friday, without the days off of a table, with the Saturdays
/// worked instead. Whole days only: hours are WorkingTime's.
class WorkingDays
{
public:
    /// The first row that has a day decides. Where there is none, weekends are off.
    explicit WorkingDays(std::vector<SpecialDay> special_days = {})
        : m_special_days(std::move(special_days))
    {
    }

    [[nodiscard]] const std::vector<SpecialDay>& special_days() const { return m_special_days; }
    /// The row of the table for a day; nothing for days that are as their weekday says.
    [[nodiscard]] const SpecialDay* special_day(Date day) const;
    [[nodiscard]] bool is_working_day(Date day) const;
    /// The day itself, or the next one that is worked; at most a year on, where a table leaves
    /// none.
    [[nodiscard]] Date working_day_from(Date day) const;
    /// The last day of a period of `count` working days; the first day, `start`, is not counted
    /// (Bộ luật Dân sự 2015, Điều 147).
    [[nodiscard]] Date after_working_days(Date start, int count) const;
    /// The last day of a period of `count` days; where it is none that is worked, the next one
    /// (Điều 148).
    [[nodiscard]] Date after_days(Date start, int count) const
    {
        return working_day_from(start.plus_days(count));
    }

    /// What is off from a day to a day, and what is worked at a weekend, in words and in order.
    [[nodiscard]] Explanation passed_over(Date from, Date to) const;

private:
    std::vector<SpecialDay> m_special_days;
};

}  // namespace caicach::calendar
