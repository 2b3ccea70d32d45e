#pragma once
#include "base/time.hpp"
#include "calendar/date.hpp"

namespace caicach::app
{

/// Stands at nine in the morning of the day that a demonstration province tells of.
class DemoClock final : public Clock
{
public:
    explicit DemoClock(Date day) { set_day(day); }

    [[nodiscard]] Instant now() const override { return m_now; }
    void set_day(Date day)
    {
        // 09:00 in Vietnam is 02:00 UTC.
        constexpr std::int64_t seconds_a_day = 86'400;
        constexpr std::int64_t morning = 7'200;
        m_now = Instant{} + (day.days_since_1970() * seconds_a_day + morning);
    }

private:
    Instant m_now{};
};

}  // namespace caicach::app
