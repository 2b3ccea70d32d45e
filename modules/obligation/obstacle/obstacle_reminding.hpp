#pragma once
#include "manifest/context.hpp"

namespace caicach::obligation
{

/// Tells of obstacles that wait for an answer as long as a rule says, on the days behind `after`,
/// up to `today`: the agency that is to answer, then the plan's coordinator. Each rule speaks once
/// of one waiting.
[[nodiscard]] Result<void> remind_of_obstacles(Context& context, database::Transaction& transaction,
                                               Date after, Date today);

}  // namespace caicach::obligation
