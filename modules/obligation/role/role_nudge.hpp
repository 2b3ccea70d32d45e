#pragma once
#include <vector>

#include "manifest/context.hpp"
#include "obligation/reminder/owing.hpp"
#include "obligation/role/item_role.hpp"

/// Who leads, directs or oversees what others do urges them; who only helps does not.
namespace caicach::obligation
{

/// Roles of one agency by which the actor may urge others, that of the agency they act for first;
/// none: they may not.
[[nodiscard]] Result<std::vector<ItemRole>> urging_roles(const Context& context,
                                                         database::Transaction& transaction,
                                                         const Work& work);
/// What other agencies owe by the item that is late, or soon will be.
[[nodiscard]] Result<std::vector<Owing>> owed_by_others(database::Transaction& transaction,
                                                        const Work& work,
                                                        organisation::AgencyId besides, Date today);
/// Reminds them by one click, of each work once a day. forbidden "obligation.nudge.no_role" without
/// a role that may; else as nudge_works answers.
[[nodiscard]] Result<int> nudge_others(Context& context, database::Transaction& transaction,
                                       const plan::PlanSummary& plan,
                                       const std::vector<ItemRole>& roles,
                                       const std::vector<Owing>& others);

}  // namespace caicach::obligation
