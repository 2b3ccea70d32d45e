#pragma once
#include <string>
#include <vector>

#include "manifest/context.hpp"

/// What `caicach check` asks: sums that were kept along the way against sums made anew.
namespace caicach::obligation
{

[[nodiscard]] Result<std::vector<std::string>> check_sums(Context& context);
[[nodiscard]] Result<std::vector<std::string>> check_tally(Context& context);

}  // namespace caicach::obligation
