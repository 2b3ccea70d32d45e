#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace caicach::crypto
{

/// A code that people read out over the telephone: ten random characters and a check character,
/// in Crockford's base 32 (digits and letters without I, L, O, U). 50 random bits: ask the
/// database for a collision, and never use it as a secret.
[[nodiscard]] std::string make_public_code();

/// The code as stored (upper case, O as 0, I and L as 1, without spaces and hyphens), or nothing
/// when the check character says that a character was mistyped or two were swapped.
[[nodiscard]] std::optional<std::string> parse_public_code(std::string_view text);

[[nodiscard]] bool is_public_code(std::string_view text);

}  // namespace caicach::crypto
