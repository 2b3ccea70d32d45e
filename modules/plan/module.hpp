#pragma once
#include "manifest/module.hpp"

namespace caicach::plan
{

[[nodiscard]] Module module();

}  // namespace caicach::plan
