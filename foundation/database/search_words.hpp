#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace caicach::database
{

/// Longer words are cut: no index of either database takes more.
inline constexpr std::size_t search_word_bytes_max = 120;

/// A word as the search indexes of both databases hold it.
struct SearchWord {
    std::string exact{};   ///< NFC, lower case
    std::string folded{};  ///< without diacritics; the same as `exact` where it has none
};

[[nodiscard]] SearchWord search_word(std::string_view word);

}  // namespace caicach::database
