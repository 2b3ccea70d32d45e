#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace caicach::text
{

/// 1234567 → "1.234.567".
[[nodiscard]] std::string format_integer(std::int64_t value);
/// 1234.5 with one digit → "1.234,5"; rounds half away from zero; at most 9 digits.
[[nodiscard]] std::string format_decimal(double value, int digits);

/// "1.234.567", "1234567", "-12"; points only between groups of three. Nothing else.
[[nodiscard]] std::optional<std::int64_t> parse_integer(std::string_view text);
/// "1.234,5", "0,5", "85", "-2,5"; the comma is decimal, points group.
[[nodiscard]] std::optional<double> parse_decimal(std::string_view text);

}  // namespace caicach::text
