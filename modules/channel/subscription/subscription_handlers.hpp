#pragma once
#include "manifest/module.hpp"

namespace caicach::channel
{

/// Where one asks for a newsletter, confirms and leaves.
void add_subscriptions(Module& module);

}  // namespace caicach::channel
