#pragma once
#include <string>
#include <vector>

#include "manifest/context.hpp"

/// What `caicach check` asks of this module's rows; each problem is a sentence.
namespace caicach::plan
{

[[nodiscard]] Result<std::vector<std::string>> check_search(Context& context);
[[nodiscard]] Result<std::vector<std::string>> check_agencies(Context& context);

}  // namespace caicach::plan
