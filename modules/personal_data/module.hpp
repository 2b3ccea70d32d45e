#pragma once
#include "manifest/module.hpp"

namespace caicach::personal_data
{

/// Everything that this module brings to the house.
[[nodiscard]] Module module();

}  // namespace caicach::personal_data
