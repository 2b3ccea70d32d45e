#pragma once
#include <string>
#include <vector>

#include "database/transaction.hpp"
#include "evidence/api.hpp"
#include "manifest/context.hpp"

/// What counts, added up by month and by day along the way: reading a figure does not grow with the
/// ledger.
namespace caicach::evidence
{

enum class Change { added, removed };
/// In the transaction in which a fact begins or ceases to count.
[[nodiscard]] Result<void> change_sum(database::Transaction& transaction, const RecordedFact& fact,
                                      Change change);

/// "evidence.figures" of `caicach check`: the sums against the ledger itself.
[[nodiscard]] Result<std::vector<std::string>> check_sums(Context& context);

/// Makes the sums anew from the ledger, as nobody else writes meanwhile; audited.
[[nodiscard]] Result<void> add_up_anew(Context& context, database::Transaction& transaction);

}  // namespace caicach::evidence
