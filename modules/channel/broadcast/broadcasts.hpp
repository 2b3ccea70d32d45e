#pragma once
#include "manifest/module.hpp"

namespace caicach::channel
{

/// Programmes for loudspeakers and radio.
void add_broadcasts(Module& module);

}  // namespace caicach::channel
