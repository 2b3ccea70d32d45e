#pragma once
#include <cstdint>

#include "app/demo/demo_clock.hpp"
#include "app/demo/demo_deeds.hpp"
#include "app/demo/demo_numbers.hpp"
#include "app/demo/demo_reports.hpp"
#include "manifest/context.hpp"

namespace caicach::app
{

/// What a year of a demonstration province came to.
struct DemoYear {
    int year{};
    std::int64_t obligations{};
    std::int64_t facts{};
    double seconds_in_force{};  ///< the longest that a plan took to come into force
};

/// Reads and puts in force the plans of that year on their days, then does what `habits` says, day
/// by day, states `numbers` and sends `reports`, until `until`: all by the calls that pages make.
[[nodiscard]] Result<DemoYear> live_demo_year(Context& context, DemoClock& clock,
                                              DemoHabits& habits, DemoNumbers& numbers,
                                              DemoReports& reports, int year, Date until);

}  // namespace caicach::app
