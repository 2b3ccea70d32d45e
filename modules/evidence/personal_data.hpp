#pragma once
#include "manifest/module.hpp"

namespace caicach::evidence
{

/// What people reviewed, answered and brought, for their own data. The ledger names accounts only.
void add_personal_data(Module& module);

}  // namespace caicach::evidence
