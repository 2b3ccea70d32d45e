#pragma once
#include "manifest/module.hpp"

namespace caicach::channel
{

/// Passages of a script: added, rewritten, moved, taken out.
void add_script_parts(Module& module);

}  // namespace caicach::channel
