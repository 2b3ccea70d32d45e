#pragma once
#include <string>
#include <vector>

#include "manifest/context.hpp"

namespace caicach::outgoing
{

/// For `caicach check`: numbers that were counted stand somewhere, and documents bear those that
/// the series has them down for. A sentence for each that does not.
[[nodiscard]] Result<std::vector<std::string>> check_numbers(Context& context);

}  // namespace caicach::outgoing
