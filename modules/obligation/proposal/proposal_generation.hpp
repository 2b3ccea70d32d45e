#pragma once
#include "manifest/context.hpp"
#include "organisation/api.hpp"
#include "plan/api.hpp"

namespace caicach::obligation
{

/// Makes the proposals of a plan agree with it, after its obligations and roles were made anew: of
/// an agency that was taken over by one other they go to that; what waits lapses where its whole
/// closed or the item names the agency as cooperating no more. What is agreed stays with its part.
[[nodiscard]] Result<void> renew_proposals(Context& context, database::Transaction& transaction,
                                           plan::PlanId plan,
                                           const organisation::Succession& succession);

}  // namespace caicach::obligation
