#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "manifest/context.hpp"

namespace caicach::attachment
{

/// Whether rows and files belong together: missing files, changed bytes, files without a row.
[[nodiscard]] Result<std::vector<std::string>> check_files(Context& context);

/// Whether the virus scanner answers, where one is configured.
[[nodiscard]] Result<std::vector<std::string>> check_scanner(Context& context);

}  // namespace caicach::attachment
