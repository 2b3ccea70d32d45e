#pragma once
#include <vector>

#include "database/transaction.hpp"
#include "manifest/context.hpp"
#include "plan/api.hpp"

namespace caicach::obligation
{

/// Reminds the agencies' people, by one click, of all that these are late with in the plan: each
/// agency once a day, on the bell at once, by letter when offices are open. Who cannot be nudged is
/// passed over, unless that is all of them; how many were. forbidden for who may not nudge;
/// conflict "obligation.nudge.nothing_late", "obligation.nudge.today_already",
/// "obligation.nudge.nobody" where nobody works there; invalid "obligation.nudge.none_chosen"
/// without any.
[[nodiscard]] Result<int> nudge(Context& context, database::Transaction& transaction,
                                const plan::PlanSummary& plan,
                                const std::vector<organisation::AgencyId>& agencies);

}  // namespace caicach::obligation
