#pragma once
#include "manifest/module.hpp"

namespace caicach::channel
{

/// What is done to the articles of an issue.
void add_entries(Module& module);

}  // namespace caicach::channel
