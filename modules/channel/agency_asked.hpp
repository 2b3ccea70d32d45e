#pragma once
#include <string_view>
#include <vector>

#include "manifest/context.hpp"
#include "organisation/api.hpp"

namespace caicach::channel
{

using organisation::agency_asked;

/// Those where the actor holds the permission, by name.
[[nodiscard]] Result<std::vector<organisation::AgencySummary>> agencies_with(
    const Context& context, database::Transaction& transaction, const Permission& permission);

}  // namespace caicach::channel
