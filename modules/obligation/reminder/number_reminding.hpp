#pragma once
#include "obligation/reminder/digest.hpp"

namespace caicach::obligation
{

/// Puts the numbers that agencies have not stated into the digests, by the rules that name the days
/// behind `after`, up to `today`: for officers and heads one line for each plan and period, for
/// coordinators one for all agencies. Other audiences are not told of numbers.
[[nodiscard]] Result<void> add_missing_numbers(Context& context, database::Transaction& transaction,
                                               Date after, Date today, Digests& digests);

}  // namespace caicach::obligation
