#pragma once
#include "manifest/module.hpp"

namespace caicach::report
{

/// Pages on which forms are made and changed, piece by piece.
void add_design(Module& module);

}  // namespace caicach::report
