#pragma once
#include "manifest/module.hpp"

namespace caicach::obligation
{

[[nodiscard]] Module module();

}  // namespace caicach::obligation
