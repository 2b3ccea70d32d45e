#pragma once
#include <string>
#include <string_view>

namespace caicach::text
{

/// Order of names as a Vietnamese dictionary has it: a ă â b c d đ e ê …; marks of tone count
/// after the letters. Below zero where `a` comes first, zero where they are equal.
[[nodiscard]] int collate(std::string_view a, std::string_view b);

/// Hexadecimal digits whose order is that of `collate`; for sorting long lists, and for an ORDER BY
/// column in either database.
[[nodiscard]] std::string collation_key(std::string_view text);

}  // namespace caicach::text
