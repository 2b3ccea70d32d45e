#pragma once
#include "database/transaction.hpp"
#include "obligation/obligation.hpp"

/// An own plan that was sent and not judged yet. Until it is, the obligation that asks for it is
/// settled by the day on which it was sent (`done_on`), though nothing counts for it: nobody is
/// late, reminded or listed because a coordinator did not read yet. Sent back, it is owed again.
namespace caicach::obligation
{

/// Settled by what waits, not by what counts.
[[nodiscard]] bool is_waiting(const Obligation& obligation);

/// Behind each recount of an obligation: where nothing makes it enough, the day of its own plan
/// that waits does.
[[nodiscard]] Result<void> settle_by_waiting(database::Transaction& transaction,
                                             Obligation& obligation);

/// What counts for the obligation, or what waits for it, is another: it and its sums follow.
[[nodiscard]] Result<void> settle_anew(database::Transaction& transaction, ObligationId id);

}  // namespace caicach::obligation
