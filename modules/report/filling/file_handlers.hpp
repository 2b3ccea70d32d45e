#pragma once
#include "manifest/module.hpp"

namespace caicach::report
{

/// Files that go along with a report.
void add_files(Module& module);

}  // namespace caicach::report
