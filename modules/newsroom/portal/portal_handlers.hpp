#pragma once
#include "manifest/module.hpp"

namespace caicach::newsroom
{

/// What everybody reads.
void add_portal(Module& module);

}  // namespace caicach::newsroom
