#pragma once
#include "calendar/explanation.hpp"
#include "calendar/period.hpp"
#include "calendar/window.hpp"
#include "calendar/working_days.hpp"

namespace caicach::calendar
{

/// Whether the day that a text names still counts. before: "trước ngày 25", until the 24th is over;
/// by: "chậm nhất ngày 25", "đến hết ngày 25".
enum class Limit { before, by };

/// What becomes of a due day on which nobody works. Bộ luật Dân sự 2015, Điều 148 khoản 5 moves the
/// end of a period of time; whether it holds for a day that a plan names, the caller says.
enum class OnDayOff { stays, moves };

/// Which day of each period is meant.
struct DueRule {
    /// Of the month, or of the week (1 = Monday) for weeks; 0: none is named, the period's last
    /// day.
    int day{};
    /// 0: of the last month that the period is named for; 1: of the month after ("ngày 05 tháng
    /// sau"); -2: of two months before ("tháng đầu quý"). Nothing to weeks.
    int months_after{};
    Limit limit{Limit::before};
    OnDayOff on_day_off{OnDayOff::stays};

    friend bool operator==(const DueRule&, const DueRule&) = default;
};

/// The last day to act, until it is over in Vietnam, and why it is that day.
struct Due {
    Date day{};
    Explanation explanation{};
};

/// A day that the month does not have means its last one: "ngày 31" in April, "trước ngày 31" in
/// February. "Trước ngày 1" is the last day of the month before.
[[nodiscard]] Due due_of(const Period& period, const DueRule& rule, const WorkingDays& days);
/// A window is over with its last day.
[[nodiscard]] Due due_of(const Window& window, OnDayOff on_day_off, const WorkingDays& days);
/// "trước ngày 31/3/2026", "chậm nhất ngày 31/3/2026".
[[nodiscard]] Due due_on(Date named, Limit limit, OnDayOff on_day_off, const WorkingDays& days);

}  // namespace caicach::calendar
