#pragma once
#include "base/id.hpp"

namespace caicach::channel
{

struct IssueTag;
using IssueId = Id<IssueTag>;

}  // namespace caicach::channel
