#pragma once
#include <string>
#include <string_view>

#include "search/query.hpp"

namespace caicach::search
{

/// At most so much of a text is indexed; what comes after is not found.
inline constexpr std::size_t indexed_bytes_max = 256U * 1024;
inline constexpr std::size_t indexed_words_max = 16'000;

/// A query in FTS5's words: ("tuyên truyền" OR "abc" *) AND ("xyz").
[[nodiscard]] std::string fts5_query(const Query& query);

/// A query as the text of a tsquery: ('tuyên' <-> 'truyền' | 'abc':*) & ('xyz').
[[nodiscard]] std::string postgres_query(const Query& query);

/// The text of a tsvector: each word as it is and, in the same place, without diacritics.
[[nodiscard]] std::string postgres_words(std::string_view title, std::string_view body);

/// The beginning of `text` with at most so many bytes and words.
[[nodiscard]] std::string_view within(std::string_view text, std::size_t bytes_max,
                                      std::size_t words_max);

}  // namespace caicach::search
