#pragma once
#include "manifest/context.hpp"
#include "organisation/api.hpp"

namespace caicach::evidence
{

/// Facts keep the agencies that they are about in the directory.
[[nodiscard]] Result<void> tell_uses(Context& context, database::Transaction& transaction,
                                     const organisation::AgencyUsesAsked& asked);

}  // namespace caicach::evidence
