#pragma once
#include "manifest/module.hpp"

namespace caicach::report
{

/// The reports of an agency as a list, and one of them.
void add_reports(Module& module);

}  // namespace caicach::report
