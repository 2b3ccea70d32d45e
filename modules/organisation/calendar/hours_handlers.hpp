#pragma once
#include "manifest/module.hpp"

namespace caicach::organisation
{

/// What changes the tables of office hours.
void add_hours_editing(Module& module);

}  // namespace caicach::organisation
