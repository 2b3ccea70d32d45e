#pragma once
#include "manifest/module.hpp"

namespace caicach::identity
{

/// What identity keeps about people, for those it is about: to read, and to be forgotten.
void add_personal_data(Module& module);

}  // namespace caicach::identity
