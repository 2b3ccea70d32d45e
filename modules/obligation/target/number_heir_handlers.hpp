#pragma once
#include "manifest/module.hpp"

namespace caicach::obligation
{

/// Who goes on with the numbers of agencies that were split.
void add_number_heirs(Module& module);

}  // namespace caicach::obligation
