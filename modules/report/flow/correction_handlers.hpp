#pragma once
#include "manifest/module.hpp"

namespace caicach::report
{

/// The page where a locked report is corrected, and its sending.
void add_corrections(Module& module);

}  // namespace caicach::report
