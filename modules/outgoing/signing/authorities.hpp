#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "crypto/cms.hpp"
#include "manifest/context.hpp"

namespace caicach::outgoing
{

/// Those of authorities_file_name; nothing where the operator put none there. invalid
/// "crypto.cms.authorities": the file is broken.
[[nodiscard]] Result<std::optional<crypto::TrustedAuthorities>> trusted_authorities(
    const std::string& data_folder);

/// For `caicach check`.
[[nodiscard]] Result<std::vector<std::string>> check_authorities(Context& context);

}  // namespace caicach::outgoing
