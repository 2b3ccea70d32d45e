#pragma once
#include <cstddef>
#include <string>
#include <string_view>

/// Reading and writing single characters of UTF-8; for loops that must not allocate.
namespace caicach::text
{

/// A character and how many bytes it took. Where the bytes are no UTF-8, `code` is
/// `not_a_character` and `size` is 1, so that a loop always moves on.
struct Character {
    char32_t code{};
    std::size_t size{};
};

inline constexpr char32_t not_a_character = 0xFFFF'FFFF;

/// The character that begins at `at` (< text.size()).
[[nodiscard]] Character character_at(std::string_view text, std::size_t at);
/// Adds a character; those beyond U+10FFFF and surrogates become U+FFFD.
void append(std::string& text, char32_t code);

}  // namespace caicach::text
