#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "search/query.hpp"

namespace caicach::search
{

/// A run of a text, found or not; together they are the text.
struct SnippetPiece {
    std::string text{};
    bool is_found{};
};

/// The part of a text that shows best why a query found it, at most about so many bytes, cut
/// between words alone, so that no letter is ever cut in two; "…" stands where it was cut. Where no
/// word of the query stands in it, its beginning.
[[nodiscard]] std::vector<SnippetPiece> snippet(std::string_view text, const Query& query,
                                                std::size_t bytes_max);

/// How many of the things that a query asks for are said in a text, a title for example.
[[nodiscard]] std::size_t count_said(std::string_view text, const Query& query);

}  // namespace caicach::search
