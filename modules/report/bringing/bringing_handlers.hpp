#pragma once
#include "manifest/module.hpp"

namespace caicach::report
{

/// What people bring from a spreadsheet: pasted or as a file, looked at, then written.
void add_bringing(Module& module);

}  // namespace caicach::report
