#pragma once
#include "manifest/module.hpp"

namespace caicach::channel
{

/// The script at the desk: its page, its head, who has it now.
void add_scripts(Module& module);

}  // namespace caicach::channel
