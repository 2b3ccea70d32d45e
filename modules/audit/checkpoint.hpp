#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "audit/api.hpp"
#include "crypto/signature.hpp"

namespace caicach::audit
{

/// The bytes that a checkpoint's signature is of; README.md gives them.
[[nodiscard]] std::string signed_bytes(const Checkpoint& checkpoint);
/// With its key and its signature.
[[nodiscard]] Checkpoint signed_with(const crypto::SigningKey& key, Checkpoint checkpoint);
/// Whether the signature is that of the key which the checkpoint names.
[[nodiscard]] bool is_signed(const Checkpoint& checkpoint);

/// One line of the file that is kept elsewhere, without its line break; and what it says.
[[nodiscard]] std::string json_of(const Checkpoint& checkpoint);
[[nodiscard]] std::optional<Checkpoint> checkpoint_from_json(std::string_view line);

}  // namespace caicach::audit
