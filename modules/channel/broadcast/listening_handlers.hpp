#pragma once
#include "manifest/module.hpp"

namespace caicach::channel
{

/// What went over loudspeakers, for everybody: a list, its words, and a podcast.
void add_listening(Module& module);

}  // namespace caicach::channel
