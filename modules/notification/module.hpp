#pragma once
#include "manifest/module.hpp"

namespace caicach::notification
{

[[nodiscard]] Module module();

}  // namespace caicach::notification
