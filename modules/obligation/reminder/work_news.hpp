#pragma once
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "manifest/context.hpp"
#include "obligation/obligation.hpp"

/// What becomes of one piece of work, told to those whom it concerns.
namespace caicach::obligation
{

/// To whom it is given now; `periods`: of how many, this one included.
[[nodiscard]] Result<void> tell_assigned(Context& context, database::Transaction& transaction,
                                         const Obligation& given, int periods);
/// That the agency need not do it, and why; that it has to again.
[[nodiscard]] Result<void> tell_excused(Context& context, database::Transaction& transaction,
                                        const Obligation& excused);
/// Many at once, of one plan: one message to a person, however many are theirs.
[[nodiscard]] Result<void> tell_excused_together(Context& context,
                                                 database::Transaction& transaction,
                                                 const plan::PlanSummary& plan,
                                                 const std::vector<Obligation>& excused,
                                                 std::string_view reason);
[[nodiscard]] Result<void> tell_excuse_ended(Context& context, database::Transaction& transaction,
                                             const Obligation& owed);

}  // namespace caicach::obligation
