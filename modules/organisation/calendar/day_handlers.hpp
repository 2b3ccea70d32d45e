#pragma once
#include "manifest/module.hpp"

namespace caicach::organisation
{

/// What changes the special days: one by one, or many pasted from a table; each is shown with the
/// due dates that would move before it is kept.
void add_day_editing(Module& module);

}  // namespace caicach::organisation
