#pragma once
#include <cstddef>
#include <vector>

#include "document/page_words.hpp"

namespace caicach::document
{

/// Rows of a page whose text stands in columns: a table, or two texts side by side.
struct ColumnRegion {
    std::size_t row_begin{};
    std::size_t row_end{};
    std::vector<float> gutters{};  ///< the x between each column and the next
};

/// Finds them by the white gutters that run down through neighbouring rows.
[[nodiscard]] std::vector<ColumnRegion> find_columns(const std::vector<TextLine>& rows,
                                                     float body_height);

/// The words of a row that stand in each column; empty lines where there are none.
[[nodiscard]] std::vector<TextLine> split_row(const TextLine& row,
                                              const std::vector<float>& gutters);

}  // namespace caicach::document
