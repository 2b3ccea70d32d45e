#pragma once
#include "manifest/module.hpp"

namespace caicach::channel
{

/// Who planned, set hours and signed.
void add_air_personal_data(Module& module);

}  // namespace caicach::channel
