#pragma once
#include <string_view>

#include "manifest/context.hpp"
#include "organisation/api.hpp"

namespace caicach::newsroom
{

/// The agency with that code, else the one acted for.
[[nodiscard]] Result<organisation::AgencySummary> agency_asked(const Context& context,
                                                               database::Transaction& transaction,
                                                               std::string_view code);

}  // namespace caicach::newsroom
