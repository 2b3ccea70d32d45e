#pragma once
#include "manifest/module.hpp"

namespace caicach::channel
{

/// The page of an agency's screens: list, new ones, urgent notices.
void add_screens(Module& module);

}  // namespace caicach::channel
