#include "obligation/reminder/office_moment.hpp"

#include "calendar/moment.hpp"

namespace caicach::obligation
{

Instant office_moment(const calendar::WorkingTime& time, Instant at)
{
    constexpr int days_max = 31;
    const auto today = Date::of(at);
    for (int ahead = 0; ahead < days_max; ++ahead) {
        const auto day = today.plus_days(ahead);
        const auto hours = time.hours_on(day);
        if (hours.empty()) continue;
        const auto opens = instant_at(day, hours.front().from);
        if (at <= opens) return opens;
        if (at < instant_at(day, hours.back().to)) return at;
    }
    return at;
}

}  // namespace caicach::obligation
