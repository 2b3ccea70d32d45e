#pragma once
#include "evidence/api.hpp"

namespace caicach::plan
{

/// The coordinating agency put a plan, or an amended edition of one, in force.
inline constexpr evidence::FactKind plan_in_force{"plan.in_force", "Kế hoạch đưa vào thực hiện",
                                                  "kế hoạch"};

}  // namespace caicach::plan
