#pragma once
#include <functional>

#include "app/demo/demo_clock.hpp"
#include "app/demo/demo_shape.hpp"
#include "app/demo/demo_year.hpp"
#include "app/system.hpp"

namespace caicach::app
{

/// The day on which a demonstration province begins: before its first plans come.
[[nodiscard]] Date demo_first_day(const DemoShape& shape);

/// The sample province grown to the size of `shape`, with the plans, obligations and facts of its
/// years; `told` hears each year. `system` was opened with `clock`. conflict "app.sample.not_empty"
/// where there are agencies already.
[[nodiscard]] Result<void> fill_demo_province(System& system, DemoClock& clock,
                                              const DemoShape& shape,
                                              const std::function<void(const DemoYear&)>& told);

}  // namespace caicach::app
