#pragma once
#include "manifest/module.hpp"

namespace caicach::channel
{

/// The log of an agency: seen, taken along as a table, added to.
void add_placement_list(Module& module);

}  // namespace caicach::channel
