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

/// Adds "?name=value" or "&name=value" to what of a query there is; nothing for an empty value.
void append_to_query(std::string& query, std::string_view name, std::string_view value);

}  // namespace caicach::http
