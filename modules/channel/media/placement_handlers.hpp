#pragma once
#include "manifest/module.hpp"

namespace caicach::channel
{

/// The page of one placement, and what is done to it there.
void add_placements(Module& module);

}  // namespace caicach::channel
