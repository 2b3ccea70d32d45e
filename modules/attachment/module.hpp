#pragma once
#include "manifest/module.hpp"

namespace caicach::attachment
{

[[nodiscard]] Module module();

}  // namespace caicach::attachment
