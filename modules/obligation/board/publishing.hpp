#pragma once
#include "manifest/context.hpp"
#include "plan/api.hpp"

/// Plans whose coordinator lets everyone see how they are carried out. Nobody's name is in it:
/// items, and how many agencies.
namespace caicach::obligation
{

[[nodiscard]] Result<bool> is_public(database::Transaction& transaction, plan::PlanId plan);

/// forbidden for who may not "obligation.publish" for the coordinating agency. Twice is once.
[[nodiscard]] Result<void> publish_board(Context& context, database::Transaction& transaction,
                                         const plan::PlanSummary& plan);
[[nodiscard]] Result<void> unpublish_board(Context& context, database::Transaction& transaction,
                                           const plan::PlanSummary& plan);

/// Hears plan::PlanPagesAsked: the public board is linked from the plan's own page.
[[nodiscard]] Result<void> add_public_board(Context& context, database::Transaction& transaction,
                                            const plan::PlanPagesAsked& asked);

}  // namespace caicach::obligation
