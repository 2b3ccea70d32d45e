#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace caicach::http
{

/// For one segment of a path or one value of a query: all but unreserved characters as %XX.
[[nodiscard]] std::string percent_encoded(std::string_view text);
/// Decodes %XX; nothing where a "%" is not followed by two hexadecimal digits.
[[nodiscard]] std::optional<std::string> percent_decoded(std::string_view text);
/// As browsers read a query: "+" is a blank, and a "%" that begins nothing stands for itself.
[[nodiscard]] std::string form_decoded(std::string_view text);

}  // namespace caicach::http
