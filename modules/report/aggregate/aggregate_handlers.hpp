#pragma once
#include "manifest/module.hpp"

namespace caicach::report
{

/// Pages that add up what agencies sent.
void add_aggregates(Module& module);

}  // namespace caicach::report
