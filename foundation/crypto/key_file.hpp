#pragma once
#include <string>

#include "base/result.hpp"

namespace caicach::crypto
{

/// The 32 bytes that a key file holds: 64 hexadecimal digits that only its owner may read. Made at
/// random where there is none, so that a house has its own keys from the first day. unavailable
/// "crypto.key_file_unusable".
[[nodiscard]] Result<std::string> key_of_file(const std::string& path);

}  // namespace caicach::crypto
