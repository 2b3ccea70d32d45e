#pragma once
#include "base/id.hpp"

namespace caicach::newsroom
{

struct ThemeTag;
using ThemeId = Id<ThemeTag>;

}  // namespace caicach::newsroom
