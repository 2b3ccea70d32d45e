#pragma once
#include "manifest/module.hpp"

namespace caicach::report
{

/// Opening a period by hand, and reports that are asked for out of turn.
void add_period_opening(Module& module);

}  // namespace caicach::report
