#pragma once
#include <vector>

#include "document/canonical_text.hpp"
#include "document/page_rows.hpp"
#include "document/raster.hpp"

namespace caicach::document
{

/// The drawn grid of a table: where its lines stand, and which of them are really drawn between two
/// neighbouring slots.
struct Grid {
    Box box{};
    std::vector<float> columns{};  ///< x of all lines, ascending; one more than there are columns
    std::vector<float> rows{};     ///< y of all lines
    std::vector<bool> has_left{};  ///< is a line drawn left of slot row × column?
    std::vector<bool> has_top{};

    [[nodiscard]] std::size_t column_count() const { return columns.size() - 1; }
    [[nodiscard]] std::size_t row_count() const { return rows.size() - 1; }
    /// Is the first column a cell of its own in the row at y, not part of one that spans columns?
    [[nodiscard]] bool has_first_cell(float y) const;
};

/// The tables that rulings draw: at least two columns and two rows. `scale` turns the rulings'
/// points into those of the page.
[[nodiscard]] std::vector<Grid> find_grids(const Rulings& rulings, float scale);

/// Where the footnotes of a page begin: below a short line at the left of its lower half that is no
/// part of a table. 0 where there is none.
[[nodiscard]] float find_notes_top(const Rulings& rulings, const std::vector<Grid>& grids,
                                   float scale, const Box& page);

/// The table of the words inside a grid; cells between which no line is drawn are one cell.
[[nodiscard]] Table table_of(const Grid& grid, const std::vector<Word>& words, TextRules& rules);

}  // namespace caicach::document
