#pragma once
#include <array>
#include <string>
#include <string_view>

namespace caicach::audit
{

/// The fields that a row's hash is made of, from `seq` to `detail`, as texts.
using SealedFields = std::array<std::string_view, 11>;
[[nodiscard]] std::string canonical_bytes(const SealedFields& fields);

}  // namespace caicach::audit
