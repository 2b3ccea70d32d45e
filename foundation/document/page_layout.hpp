#pragma once
#include <functional>
#include <vector>

#include "document/canonical_text.hpp"
#include "document/page_grid.hpp"
#include "document/page_words.hpp"

namespace caicach::document
{

/// Whence the words of a page came.
enum class WordSource {
    text,        ///< a PDF's own text: exact places
    recognised,  ///< a scan: rough ones
};

/// Gives the drawn grids of a page. Asked once at most for a page.
using GridSource = std::function<std::vector<Grid>(const PageWords& page)>;

struct LayoutOptions {
    WordSource source{WordSource::text};
    /// For text, asked only about pages with tables that have gaps: a gap may be a cell that is
    /// empty, or one that spans rows, and only the drawn lines tell.
    GridSource grids{};
};

/// Turns the words of pages into paragraphs, tables and texts side by side. Words are reordered in
/// place.
void lay_out(std::vector<PageWords>& pages, const LayoutOptions& options, CanonicalText& canonical);

}  // namespace caicach::document
