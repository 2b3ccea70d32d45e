#pragma once
#include <vector>

#include "obligation/own_plan/own_plan.hpp"
#include "obligation/work.hpp"

namespace caicach::obligation
{

/// What an agency's own plan, in force here, says of the works that another plan asks of it: items
/// with the same words, or most of them, each with its days, doers and money. Works of which it
/// says nothing are left out. Pure: whoever sends it reads it first.
[[nodiscard]] std::vector<OwnPlanLine> lines_from(const std::vector<plan::Item>& items,
                                                  const std::vector<Work>& works);

}  // namespace caicach::obligation
