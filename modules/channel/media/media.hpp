#pragma once
#include "manifest/module.hpp"

namespace caicach::channel
{

/// What appears in newspapers, on stations and networks: the log and its list of places.
void add_media(Module& module);

}  // namespace caicach::channel
