#pragma once
#include "manifest/module.hpp"

namespace caicach::channel
{

/// Everything that this module brings to the house.
[[nodiscard]] Module module();

}  // namespace caicach::channel
