#pragma once
#include "base/id.hpp"

namespace caicach::channel
{

struct OutletTag;
using OutletId = Id<OutletTag>;
struct PlacementTag;
using PlacementId = Id<PlacementTag>;
struct PressRequestTag;
using PressRequestId = Id<PressRequestTag>;

}  // namespace caicach::channel
