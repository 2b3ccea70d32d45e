#pragma once
#include <string>
#include <string_view>

namespace caicach::http
{

/// The name of the form field and, in lower case, of the header that carry the token.
inline constexpr std::string_view csrf_field = "csrf";
inline constexpr std::string_view csrf_header = "x-csrf-token";

/// A token that only pages of this session can show. Another text each time, so that compressed
/// pages tell nothing about it (the BREACH attack). `session_secret`: random, at least 16 bytes.
[[nodiscard]] std::string csrf_token(std::string_view session_secret);
/// In a time that does not depend on the token. A secret under 16 bytes matches nothing: it may
/// have come in a cookie that somebody made up.
[[nodiscard]] bool csrf_matches(std::string_view session_secret, std::string_view token);

}  // namespace caicach::http
