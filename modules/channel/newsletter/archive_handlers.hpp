#pragma once
#include "manifest/module.hpp"

namespace caicach::channel
{

/// What everybody reads.
void add_archive(Module& module);

}  // namespace caicach::channel
