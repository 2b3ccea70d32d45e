#pragma once
#include "base/time.hpp"
#include "calendar/working_time.hpp"

namespace caicach::obligation
{

/// `at` where offices are open, noon breaks included; else when they open next. `at` itself where a
/// calendar has no open day within a month. Pure.
[[nodiscard]] Instant office_moment(const calendar::WorkingTime& time, Instant at);

}  // namespace caicach::obligation
