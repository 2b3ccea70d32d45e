#pragma once
#include "manifest/module.hpp"

namespace caicach::newsroom
{

/// The portal as an application that is installed and read without a network (decision 28).
void add_offline(Module& module);

}  // namespace caicach::newsroom
