#pragma once
#include <utility>
#include <vector>

#include "calendar/date.hpp"

namespace caicach
{

/// Which days offices work: Monday to Friday, without holidays and days taken off for them, with
/// the Saturdays worked instead. Whole days only.
class WorkingDays
{
public:
    /// Days that are not as their weekday says, both ends included: holidays and days taken off, or
    /// Saturdays worked for them.
    struct Exception {
        Date from{};
        Date to{};
        bool is_worked{};
    };
    /// The first exception that has a day decides. Where there is none, weekends are off.
    explicit WorkingDays(std::vector<Exception> exceptions) : m_exceptions(std::move(exceptions)) {}

    [[nodiscard]] bool is_working_day(Date day) const;
    /// The day itself, or the next one that is worked.
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

private:
    std::vector<Exception> m_exceptions;
};

}  // namespace caicach
