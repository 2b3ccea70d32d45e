#pragma once
#include "manifest/module.hpp"

namespace caicach::newsroom
{

/// The board's themes: a list, a new one, one that is changed.
void add_themes(Module& module);

}  // namespace caicach::newsroom
