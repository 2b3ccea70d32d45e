#pragma once
#include "base/id.hpp"

namespace caicach::organisation
{

struct AgencyTag;
using AgencyId = Id<AgencyTag>;
struct GroupTag;
using GroupId = Id<GroupTag>;

}  // namespace caicach::organisation
