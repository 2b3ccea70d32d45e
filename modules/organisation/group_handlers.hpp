#pragma once
#include "manifest/module.hpp"

namespace caicach::organisation
{

/// Named groups: who belongs to one on a day, and why; the coordinator changes it.
void add_groups(Module& module);

}  // namespace caicach::organisation
