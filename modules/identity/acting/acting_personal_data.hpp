#pragma once
#include "manifest/module.hpp"

namespace caicach::identity
{

/// For whom a person acts and acted: posts, delegations, signatures.
void add_acting_personal_data(Module& module);

}  // namespace caicach::identity
