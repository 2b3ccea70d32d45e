#pragma once
#include <string>
#include <string_view>

/// Numbers and bullets that word processors put before the items of a list.
namespace caicach::document
{

enum class NumberFormat {
    decimal,
    decimal_zero,  ///< 01, 02 …
    upper_roman,
    lower_roman,
    upper_letter,  ///< A … Z, AA, BB …
    lower_letter,
    none,
};

/// 4 as "4", "04", "IV", "d" …; numbers below 1 and above 3,999 are decimal in every format.
[[nodiscard]] std::string format_number(int number, NumberFormat format);

/// A bullet as plain text: the private letters of Symbol and Wingdings become "•", "-" or "+", as
/// they look.
[[nodiscard]] std::string plain_bullet(std::string_view bullet);

}  // namespace caicach::document
