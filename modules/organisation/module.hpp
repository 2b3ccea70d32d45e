#pragma once
#include "manifest/module.hpp"

namespace caicach::organisation
{

[[nodiscard]] Module module();

}  // namespace caicach::organisation
