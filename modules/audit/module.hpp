#pragma once
#include "manifest/module.hpp"

namespace caicach::audit
{

[[nodiscard]] Module module();

}  // namespace caicach::audit
