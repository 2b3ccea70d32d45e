#pragma once
#include <map>
#include <string>

#include "report/filling/filled.hpp"

namespace caicach::report
{

/// Drafts of a report's narratives, by their keys, for who may take and change them: what the
/// program is told of the period, and what was corrected of earlier ones.
[[nodiscard]] Result<std::map<std::string, std::string>> drafts_for(
    Context& context, database::Transaction& transaction, const Filled& filled);

}  // namespace caicach::report
