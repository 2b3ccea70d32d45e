#pragma once
#include "manifest/module.hpp"

namespace caicach::channel
{

/// The page of one issue before it goes out, and what is done to it there.
void add_issues(Module& module);

}  // namespace caicach::channel
