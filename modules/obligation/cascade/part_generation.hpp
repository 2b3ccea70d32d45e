#pragma once
#include "manifest/context.hpp"
#include "obligation/due_days.hpp"
#include "organisation/api.hpp"
#include "plan/api.hpp"

namespace caicach::obligation
{

/// What parts follow, beside their wholes.
struct PartRules {
    const organisation::Succession& succession;
    const DueDays& due_days;
};

/// Makes the parts of a plan agree with what they are parts of, after those were made anew: a part
/// takes the period and the days of its whole, closes with it, and goes to who took the unit over,
/// where two that come together are one of both. Of a giver that was merged they go to the same
/// work of who answers for it. What was due before today stays with who owed it, unless its whole
/// got a day that is still to come and it was not done in time. The tally is left to the caller.
[[nodiscard]] Result<void> renew_parts(Context& context, database::Transaction& transaction,
                                       plan::PlanId plan, const PartRules& rules);

}  // namespace caicach::obligation
