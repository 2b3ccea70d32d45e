#pragma once
#include "manifest/context.hpp"
#include "organisation/api.hpp"

namespace caicach::plan
{

/// Plans and their items keep the agencies that they name in the directory.
[[nodiscard]] Result<void> tell_uses(Context& context, database::Transaction& transaction,
                                     const organisation::AgencyUsesAsked& asked);

}  // namespace caicach::plan
