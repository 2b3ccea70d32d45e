#pragma once
#include <algorithm>

#include "calendar/period.hpp"

namespace caicach::calendar
{

/// Days on which something may be done, both ends included: "từ 01/4 đến 30/9", "quý II, III".
struct Window {
    Date from{};
    Date to{};

    [[nodiscard]] bool has(Date day) const { return from <= day && day <= to; }
    /// Ends before it begins: no day is left.
    [[nodiscard]] bool is_empty() const { return to < from; }

    friend bool operator==(const Window&, const Window&) = default;
};

[[nodiscard]] inline Window window_of(const Period& period) { return {period.first, period.last}; }
/// From the first day of the one to the last day of the other: "quý II, III".
[[nodiscard]] inline Window window_over(const Period& first, const Period& last)
{
    return {first.first, last.last};
}
/// The days of both.
[[nodiscard]] inline Window common(const Window& one, const Window& other)
{
    return {std::max(one.from, other.from), std::min(one.to, other.to)};
}

}  // namespace caicach::calendar
