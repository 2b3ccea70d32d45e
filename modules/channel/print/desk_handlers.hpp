#pragma once
#include "manifest/module.hpp"

namespace caicach::channel
{

/// The desk where posters are designed, looked at and approved.
void add_designs(Module& module);

}  // namespace caicach::channel
