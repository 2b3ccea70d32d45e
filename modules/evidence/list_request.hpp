#pragma once
#include <vector>

#include "evidence/fact_list.hpp"
#include "http/request.hpp"
#include "manifest/context.hpp"

/// What addresses of lists of facts ask for.
namespace caicach::evidence
{

/// Those whose facts the person may see; empty where it is but one.
[[nodiscard]] Result<std::vector<organisation::AgencySummary>> agencies_to_see(
    const Context& context, database::Transaction& transaction);

/// Days from and to. invalid "evidence.list.days_backwards" (den), and what is no day.
[[nodiscard]] Result<void> read_days(const http::Request& request, ListQuery& query);

}  // namespace caicach::evidence
