#pragma once
#include <vector>

#include "document/canonical_text.hpp"
#include "document/page_rows.hpp"

namespace caicach::document
{

/// The lines of each column of a table, top to bottom.
using Columns = std::vector<std::vector<TextLine>>;

/// Finds the rows of a table without lines to go by: by the ordinals of its first column where it
/// has them, else by the gaps that run through all columns, and joins the lines of each cell.
[[nodiscard]] Table table_of(const Columns& columns, TextRules& rules);

}  // namespace caicach::document
