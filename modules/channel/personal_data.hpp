#pragma once
#include "manifest/module.hpp"

namespace caicach::channel
{

/// What the module keeps about people.
void add_personal_data(Module& module);

}  // namespace caicach::channel
