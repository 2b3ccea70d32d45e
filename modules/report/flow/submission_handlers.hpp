#pragma once
#include "manifest/module.hpp"

namespace caicach::report
{

/// What was sent, each time, and what two of them say differently.
void add_submissions(Module& module);

}  // namespace caicach::report
