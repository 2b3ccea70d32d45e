#pragma once
#include "manifest/module.hpp"

namespace caicach::obligation
{

/// What this module keeps about people with accounts.
void add_personal_data(Module& module);

}  // namespace caicach::obligation
