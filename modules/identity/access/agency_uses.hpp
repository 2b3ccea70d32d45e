#pragma once
#include "manifest/context.hpp"
#include "organisation/api.hpp"

namespace caicach::identity
{

/// Accounts and roles at an agency keep it in the directory.
[[nodiscard]] Result<void> tell_uses(Context& context, database::Transaction& transaction,
                                     const organisation::AgencyUsesAsked& asked);

}  // namespace caicach::identity
