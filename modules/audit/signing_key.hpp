#pragma once
#include <string>

#include "base/result.hpp"
#include "crypto/signature.hpp"

namespace caicach::audit
{

/// The key that signs checkpoints: `audit.key` of the data folder, 64 hexadecimal digits that only
/// its owner may read; made where there is none. unavailable "crypto.key_file_unusable".
[[nodiscard]] Result<crypto::SigningKey> signing_key(const std::string& data_folder);

}  // namespace caicach::audit
