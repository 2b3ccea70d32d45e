#pragma once
#include <cstddef>
#include <string_view>

namespace caicach
{

/// A character of UTF-8 and how many bytes it took. Where the bytes are no UTF-8, `code` is
/// `not_a_character` and `size` is 1, so that a loop always moves on.
struct Character {
    char32_t code{};
    std::size_t size{};
};

inline constexpr char32_t not_a_character = 0xFFFF'FFFF;

/// The character that begins at `at` (< text.size()).
[[nodiscard]] Character character_at(std::string_view text, std::size_t at);

}  // namespace caicach
