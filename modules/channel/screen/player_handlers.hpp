#pragma once
#include "manifest/module.hpp"

namespace caicach::channel
{

/// What stands at a screen: the player's page, and what it asks for.
void add_player(Module& module);

}  // namespace caicach::channel
