#pragma once
#include "manifest/module.hpp"

namespace caicach::newsroom
{

/// The list of articles of an agency and of those before the board.
void add_desk(Module& module);

}  // namespace caicach::newsroom
