#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace caicach::search
{

inline constexpr std::size_t query_bytes_max = 1000;
inline constexpr std::size_t query_words_max = 32;

/// Words that follow each other; one word mostly. NFC, lower case.
struct Phrase {
    std::vector<std::string> words{};
    bool is_prefix{};  ///< the last word may go on ("tuyên tr*")

    friend bool operator==(const Phrase&, const Phrase&) = default;
};

/// What must all be found; of each entry any one phrase.
struct Query {
    std::vector<std::vector<Phrase>> all_of{};

    [[nodiscard]] bool is_empty() const { return all_of.empty(); }
};

/// Ways to say the same, by people who know: {"mức độ 3, 4", "toàn trình"}.
using SynonymGroup = std::vector<std::string>;

/// Reads what people type: words, "phrases in quotes", a trailing * for the beginning of a word.
/// Everything else, operators of any database included, is only a gap between words. Never fails;
/// what is beyond the limits is left out. A run of words that a synonym group names is expanded to
/// any of that group.
[[nodiscard]] Query parse_query(std::string_view text, std::span<const SynonymGroup> synonyms = {});

}  // namespace caicach::search
