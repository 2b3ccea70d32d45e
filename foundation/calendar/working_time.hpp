#pragma once
#include <cstdint>
#include <span>

#include "calendar/office_hours.hpp"
#include "calendar/working_days.hpp"

namespace caicach::calendar
{

/// The clock stands still from an instant to another, or until further notice: a supplement was
/// asked for, another body was.
struct Pause {
    Instant from{};
    std::optional<Instant> to{};
    std::string reason{};  ///< "chờ bổ sung hồ sơ"
};

/// When something is due. Nothing where the clock still stands, or there are no working hours to
/// count; the explanation says which.
struct DueMoment {
    std::optional<Instant> at{};  ///< the first instant that is too late
    Explanation explanation{};
};

/// The one engine of due dates: the days that are worked, and at which hours.
class WorkingTime
{
public:
    WorkingTime(WorkingDays days, OfficeHours hours)
        : m_days(std::move(days)), m_hours(std::move(hours))
    {
    }

    [[nodiscard]] const WorkingDays& days() const { return m_days; }
    /// The hours worked on a day; a weekend's day worked for another has those of a Monday. None
    /// where the day is off, or no table of hours holds.
    [[nodiscard]] Hours hours_on(Date day) const;

    /// The end of the last of `count` working days; the day of receipt is not counted (Bộ luật Dân
    /// sự 2015, Điều 147), and no day on which the clock stood still, however shortly.
    [[nodiscard]] DueMoment after_working_days(Instant received, int count,
                                               std::span<const Pause> pauses = {}) const;
    /// When `minutes` of working hours have gone by; 0 is `start` itself.
    [[nodiscard]] DueMoment after_minutes(Instant start, std::int64_t minutes,
                                          std::span<const Pause> pauses = {}) const;

    /// Working time that went by between two instants while the clock ran, in whole minutes.
    [[nodiscard]] std::int64_t minutes_between(Instant from, Instant to,
                                               std::span<const Pause> pauses = {}) const;
    /// Working days that began and ended between two instants' days while the clock ran: how many
    /// of after_working_days' days are used up when the day of `to` is over.
    [[nodiscard]] int working_days_between(Instant from, Instant to,
                                           std::span<const Pause> pauses = {}) const;

private:
    WorkingDays m_days;
    OfficeHours m_hours;
};

}  // namespace caicach::calendar
