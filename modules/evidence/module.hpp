#pragma once
#include "manifest/module.hpp"

namespace caicach::evidence
{

[[nodiscard]] Module module();

}  // namespace caicach::evidence
