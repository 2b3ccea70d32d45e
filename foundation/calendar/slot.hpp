#pragma once
#include <vector>

#include "calendar/period.hpp"
#include "calendar/window.hpp"

namespace caicach::calendar
{

/// A period, and on which of its days what it asks for can be done.
struct Slot {
    Period period{};
    Window days{};

    [[nodiscard]] bool is_cut() const { return days != window_of(period); }
    friend bool operator==(const Slot&, const Slot&) = default;
};

/// The periods of a year that have a day in the window, in order, cut by it. Weeks, and periods of
/// a cut-off, belong to the year that they are named after, so that two years never have one twice.
[[nodiscard]] std::vector<Slot> slots_of_year(const Scheme& scheme, int year, const Window& within);

}  // namespace caicach::calendar
