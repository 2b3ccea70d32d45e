#pragma once
#include <optional>
#include <vector>

#include "calendar/period.hpp"
#include "calendar/window.hpp"

namespace caicach::calendar
{

/// So many in each period: "ít nhất 01 tin, bài mỗi tháng", "02 lần/năm".
struct Quota {
    int count{1};
    Scheme per{};

    friend bool operator==(const Quota&, const Quota&) = default;
};

/// What is owed per period where a text says how often a thing recurs, how many of it are asked,
/// or both. Where both are said the quota decides: "hàng tuần (03 bản tin/tháng)" owes three a
/// month, not one a week. Nothing where neither is said.
[[nodiscard]] std::optional<Quota> owed(const std::optional<Scheme>& recurrence,
                                        const std::optional<Quota>& quota);

/// What a period owes of which only a part can be used, because the plan came into force within it,
/// or a window leaves the rest out. owed: all of it; shared: by the days that are left, rounded
/// down; left_out: nothing.
enum class CutPeriods { owed, shared, left_out };

/// What one period asks for, and on which days it can be done.
struct Slot {
    Period period{};
    Window days{};
    int count{};

    [[nodiscard]] bool is_cut() const { return days != window_of(period); }
    friend bool operator==(const Slot&, const Slot&) = default;
};

/// The slots of a plan year, in order; those that owe nothing are left out. Weeks, and periods of a
/// cut-off, belong to the year that they are named after, so that two years never ask for one
/// twice. `within` cuts them: a window, or from the day on which the plan came into force.
[[nodiscard]] std::vector<Slot> slots_of_year(const Quota& quota, int year,
                                              const std::optional<Window>& within = {},
                                              CutPeriods cut = CutPeriods::owed);

}  // namespace caicach::calendar
