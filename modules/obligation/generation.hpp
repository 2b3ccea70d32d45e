#pragma once
#include "manifest/context.hpp"
#include "obligation/obligation.hpp"

/// From plans in force to what each agency owes.
namespace caicach::obligation
{

/// What a generation did.
struct Generated {
    int made{};
    int changed{};
    int closed{};  ///< owed no more, by agencies that ended or a plan that was amended
};

/// Makes the obligations of a plan agree with its edition in force and with the agencies as they
/// are: groups and mergers are resolved on the day each obligation is due. What was due before
/// today stays as it was; what has evidence is closed, never removed; facts that the ledger has
/// already count at once. Run twice, the second time changes nothing.
[[nodiscard]] Result<Generated> generate(Context& context, database::Transaction& transaction,
                                         plan::PlanId plan);

/// Hears plan::PlanPutInForce.
[[nodiscard]] Result<void> hear_plan(Context& context, database::Transaction& transaction,
                                     const plan::PlanPutInForce& event);

}  // namespace caicach::obligation
