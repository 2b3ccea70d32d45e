#pragma once
#include "manifest/module.hpp"
#include "obligation/target/target_standing.hpp"

/// HTTP for targets of plans in force: lists, one target, its numbers, how it is measured.
namespace caicach::obligation
{

/// Adds routes, permissions, the check and words of the trail.
void add_targets(Module& module);

/// The plan of the address.
[[nodiscard]] Result<PlanTargets> plan_targets_in(Context& context,
                                                  database::Transaction& transaction,
                                                  const http::Request& request);
/// The same for who leads the plan's targets; others are refused.
[[nodiscard]] Result<PlanTargets> targets_to_lead(Context& context,
                                                  database::Transaction& transaction,
                                                  const http::Request& request);
/// The target of the address, for who may see it; for others it is not there.
[[nodiscard]] Result<const Target*> target_in(PlanTargets& targets, const http::Request& request);

}  // namespace caicach::obligation
