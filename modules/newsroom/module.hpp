#pragma once
#include "manifest/module.hpp"

namespace caicach::newsroom
{

/// Everything that this module brings to the house.
[[nodiscard]] Module module();

}  // namespace caicach::newsroom
