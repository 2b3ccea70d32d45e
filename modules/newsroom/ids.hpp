#pragma once
#include "base/id.hpp"

namespace caicach::newsroom
{

struct ArticleTag;
using ArticleId = Id<ArticleTag>;

}  // namespace caicach::newsroom
