#pragma once
#include "manifest/module.hpp"

namespace caicach::channel
{

/// The province's list of newspapers, stations and pages of networks.
void add_outlets(Module& module);

}  // namespace caicach::channel
