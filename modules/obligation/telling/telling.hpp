#pragma once
#include "manifest/module.hpp"

/// What reports ask of this module, by the events of evidence/told.hpp: what was owed and done,
/// what is late, in the way or next, targets. Reports know nothing of obligations.
namespace caicach::obligation
{

void add_telling(Module& module);

}  // namespace caicach::obligation
