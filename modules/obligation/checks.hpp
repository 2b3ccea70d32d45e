#pragma once
#include <string>
#include <vector>

#include "manifest/context.hpp"

/// What `caicach check` asks: sums that were kept along the way against sums made anew.
namespace caicach::obligation
{

[[nodiscard]] Result<std::vector<std::string>> check_sums(Context& context);
[[nodiscard]] Result<std::vector<std::string>> check_tally(Context& context);

/// Counts what was missed, and makes what is done of each obligation and all tallies anew from what
/// counts, as nobody else writes meanwhile; audited. After the sums of the ledger.
[[nodiscard]] Result<void> add_up_anew(Context& context, database::Transaction& transaction);

}  // namespace caicach::obligation
