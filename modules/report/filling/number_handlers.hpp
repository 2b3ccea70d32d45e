#pragma once
#include "manifest/module.hpp"

namespace caicach::report
{

/// One number of a report: what it counts, what was computed and typed, and its facts.
void add_numbers(Module& module);

}  // namespace caicach::report
