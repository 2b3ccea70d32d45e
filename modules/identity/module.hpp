#pragma once
#include "manifest/module.hpp"

namespace caicach::identity
{

[[nodiscard]] Module module();

}  // namespace caicach::identity
