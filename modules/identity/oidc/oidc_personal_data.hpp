#pragma once
#include "manifest/module.hpp"

namespace caicach::identity
{

/// Tells a person who asks under which names providers know them; gone with the account's data.
void add_oidc_personal_data(Module& module);

}  // namespace caicach::identity
