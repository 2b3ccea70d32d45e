#pragma once
#include "manifest/actor.hpp"

namespace caicach::plan
{

/// To upload, read, review and amend plans; asked about the coordinating agency of the plan.
inline constexpr Permission review_plans{
    "plan.review", "Rà soát kế hoạch", {"coordinator", "editor"}};
/// To put a reviewed plan in force.
inline constexpr Permission put_plans_in_force{
    "plan.put_in_force", "Đưa kế hoạch vào thực hiện", {"coordinator"}};
/// To look at drafts and at their history without changing anything.
inline constexpr Permission read_drafts{
    "plan.read_drafts", "Xem kế hoạch đang rà soát", {"coordinator", "editor", "overseer"}};

}  // namespace caicach::plan
