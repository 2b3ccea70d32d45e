#pragma once
#include "manifest/module.hpp"

namespace caicach::channel
{

/// What newspapers and stations ask: noted, taken, answered.
void add_press(Module& module);

}  // namespace caicach::channel
