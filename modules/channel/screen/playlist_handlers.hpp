#pragma once
#include "manifest/module.hpp"

namespace caicach::channel
{

/// The page of one playlist, and what is done to it there.
void add_playlists(Module& module);

}  // namespace caicach::channel
