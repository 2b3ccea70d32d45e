#pragma once
#include "manifest/module.hpp"

namespace caicach::obligation
{

/// Budget lines: those of one's agency, one of them, all of a plan. Adds routes, permissions, the
/// check and words of the trail.
void add_budget(Module& module);

}  // namespace caicach::obligation
