#pragma once
#include <vector>

#include "organisation/api.hpp"

namespace caicach::report
{

/// Agencies, each once, as named on a day: in the order of its directory, then who had ended.
[[nodiscard]] Result<std::vector<organisation::AgencySummary>> named(
    database::Transaction& transaction, std::vector<organisation::AgencyId> agencies, Date day);

}  // namespace caicach::report
