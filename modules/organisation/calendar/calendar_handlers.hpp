#pragma once
#include "manifest/module.hpp"

namespace caicach::organisation
{

/// The calendar of the province: anybody reads it and asks it, the administrator changes it.
void add_calendar(Module& module);

}  // namespace caicach::organisation
