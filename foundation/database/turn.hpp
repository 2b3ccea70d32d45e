#pragma once
#include "base/result.hpp"
#include "database/transaction.hpp"

/// Rows that follow from others: what is owed and what counts for it, from plans and results.
///
/// On PostgreSQL writers run side by side and see only what is committed. Who records a result
/// would not see the duty that another is making of a plan, nor that one the result: it would count
/// for nothing, for ever. So whoever adds to what others follow from writes *among others*, and
/// whoever makes rows anew from all of it writes *alone*: it waits until those under way are
/// done, and those that come wait for it.
///
/// A turn is taken before the first reading and before anything is locked, so that nobody who has
/// something waits for a turn. The order of all locks: turn, facts (by id), sums, obligations
/// (`ObligationStore::hold`), tallies, the end of the audit.
namespace caicach::database
{

enum class Turn { among_others, alone };

/// Until the transaction ends. Who has taken it takes it again at once; who is among others and
/// then wants to be alone may meet another who does the same, so take the stronger one first. On
/// SQLite one writes at a time, and nothing is done. unavailable "base.busy" where it takes longer
/// than Options::wait_milliseconds.
[[nodiscard]] Result<void> take_turn(Transaction& transaction, Turn turn);

}  // namespace caicach::database
