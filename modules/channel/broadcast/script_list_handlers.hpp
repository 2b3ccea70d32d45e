#pragma once
#include "manifest/module.hpp"

namespace caicach::channel
{

/// Scripts of an agency, those that wait, and how one is begun.
void add_script_list(Module& module);

}  // namespace caicach::channel
