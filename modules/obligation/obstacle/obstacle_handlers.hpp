#pragma once
#include "manifest/module.hpp"

namespace caicach::obligation
{

/// Pages and steps of obstacles: routes, permissions, audit.
void add_obstacles(Module& module);

}  // namespace caicach::obligation
