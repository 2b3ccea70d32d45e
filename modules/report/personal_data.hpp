#pragma once
#include "manifest/module.hpp"

namespace caicach::report
{

/// Which versions of forms somebody made, for their own data.
void add_personal_data(Module& module);

}  // namespace caicach::report
