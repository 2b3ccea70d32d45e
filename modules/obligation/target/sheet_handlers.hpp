#pragma once
#include "manifest/module.hpp"

namespace caicach::obligation
{

/// Numbers of a plan's targets as a table: shown before anything is kept, then kept as one piece.
void add_measurement_sheets(Module& module);

}  // namespace caicach::obligation
