#pragma once
#include <string_view>
#include <vector>

#include "manifest/context.hpp"
#include "organisation/api.hpp"

namespace caicach::channel
{

/// The agency with that code, else the one acted for.
[[nodiscard]] Result<organisation::AgencySummary> agency_asked(const Context& context,
                                                               database::Transaction& transaction,
                                                               std::string_view code);
/// Those where the actor holds the permission, by name.
[[nodiscard]] Result<std::vector<organisation::AgencySummary>> agencies_with(
    const Context& context, database::Transaction& transaction, const Permission& permission);

}  // namespace caicach::channel
