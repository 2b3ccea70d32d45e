#pragma once
#include "manifest/module.hpp"

namespace caicach::report
{

/// Texts and lists of all who report, and files of their numbers.
void add_collected_parts(Module& module);

}  // namespace caicach::report
