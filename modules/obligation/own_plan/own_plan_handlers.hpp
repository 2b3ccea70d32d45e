#pragma once
#include "manifest/module.hpp"

namespace caicach::obligation
{

/// Pages and steps of own plans: routes, permission, audit.
void add_own_plans(Module& module);

}  // namespace caicach::obligation
