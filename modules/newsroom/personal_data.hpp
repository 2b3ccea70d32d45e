#pragma once
#include "manifest/module.hpp"

namespace caicach::newsroom
{

/// What the module keeps about people: which texts they wrote.
void add_personal_data(Module& module);

}  // namespace caicach::newsroom
