#pragma once
#include "manifest/actor.hpp"

namespace caicach::audit
{

/// To read the whole trail, of all agencies: asked about the whole province.
inline constexpr Permission read_trail{"audit.read", "Xem nhật ký", {"overseer", "auditor"}};

}  // namespace caicach::audit
