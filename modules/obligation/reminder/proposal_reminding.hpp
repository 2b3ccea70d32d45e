#pragma once
#include "obligation/reminder/digest.hpp"

namespace caicach::obligation
{

/// Puts the proposals that wait for an answer into the digests, by the rules that name the days
/// behind `after`, up to today: a line for each, to who was asked, then to the heads of that
/// agency. Only those that wait since a day which some rule names are looked at.
[[nodiscard]] Result<void> add_waiting_proposals(Context& context,
                                                 database::Transaction& transaction, Date after,
                                                 Digests& digests);

}  // namespace caicach::obligation
