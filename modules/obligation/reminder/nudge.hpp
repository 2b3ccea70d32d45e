#pragma once
#include <string_view>

#include "database/transaction.hpp"
#include "manifest/context.hpp"
#include "plan/api.hpp"

namespace caicach::obligation
{

/// Reminds the agency's people, by one click, of all that it is late with in the plan: once a day,
/// on the bell at once, by letter when offices are open. How many of its duties were named.
/// forbidden for who may not nudge; conflict "obligation.nudge.nothing_late",
/// "obligation.nudge.today_already", "obligation.nudge.nobody" where nobody works there.
[[nodiscard]] Result<int> nudge(Context& context, database::Transaction& transaction,
                                const plan::PlanSummary& plan, organisation::AgencyId agency);

}  // namespace caicach::obligation
