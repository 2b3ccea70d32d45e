#pragma once
#include "base/id.hpp"

namespace caicach::report
{

struct FormTag;
using FormId = Id<FormTag>;
struct FormVersionTag;
using FormVersionId = Id<FormVersionTag>;

}  // namespace caicach::report
