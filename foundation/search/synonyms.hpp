#pragma once
#include <span>

#include "search/query.hpp"
#include "text/reference.hpp"

namespace caicach::search
{

/// search_synonyms.csv: groups of words that mean the same, parted by |.
[[nodiscard]] text::ReferenceFile synonyms_table();
/// For parse_query, wherever people search.
[[nodiscard]] std::span<const SynonymGroup> synonyms();

}  // namespace caicach::search
