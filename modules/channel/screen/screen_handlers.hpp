#pragma once
#include "manifest/module.hpp"

namespace caicach::channel
{

/// The page of one screen, and what is done to it there.
void add_screen(Module& module);

}  // namespace caicach::channel
