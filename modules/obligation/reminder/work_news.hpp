#pragma once
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "manifest/context.hpp"
#include "obligation/obligation.hpp"
#include "obligation/uncounted.hpp"

/// What becomes of one piece of work, told to those whom it concerns.
namespace caicach::obligation
{

/// To whom it is given now; `periods`: of how many, this one included.
[[nodiscard]] Result<void> tell_assigned(Context& context, database::Transaction& transaction,
                                         const Obligation& given, int periods);
/// What agencies need not do any more, of one plan, and why: one message to a person, however many
/// works are theirs; it names them.
[[nodiscard]] Result<void> tell_excused(Context& context, database::Transaction& transaction,
                                        const plan::PlanSummary& plan,
                                        const std::vector<Obligation>& excused);
/// What they have to do again, the work and its parts: one message to a person, too.
[[nodiscard]] Result<void> tell_excuse_ended(Context& context, database::Transaction& transaction,
                                             const std::vector<Obligation>& owed);

/// To whom a result that no longer counts for the work concerns: that and why; that it counts
/// again.
[[nodiscard]] Result<void> tell_uncounted(Context& context, database::Transaction& transaction,
                                          const Obligation& obligation, const Uncounted& undone);
[[nodiscard]] Result<void> tell_counted_again(Context& context, database::Transaction& transaction,
                                              const Obligation& obligation,
                                              const Uncounted& undone);
/// What the agency says of it, to who undid it.
[[nodiscard]] Result<void> tell_uncounting_answered(Context& context,
                                                    database::Transaction& transaction,
                                                    const Obligation& obligation,
                                                    const Uncounted& undone);

}  // namespace caicach::obligation
