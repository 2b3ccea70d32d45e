#pragma once
#include "manifest/module.hpp"

namespace caicach::channel
{

/// The sound of a script: brought, said by the machine, accepted, listened to.
void add_recordings(Module& module);

}  // namespace caicach::channel
