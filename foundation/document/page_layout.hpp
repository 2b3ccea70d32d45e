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

/// What is drawn on a page and tells how its words belong together.
struct Drawing {
    std::vector<Grid> grids{};
    float notes_top{};  ///< where footnotes begin; 0: not known
};

/// Gives the drawing of a page. Asked once at most for a page.
using DrawingSource = std::function<Drawing(const PageWords& page)>;

struct LayoutOptions {
    WordSource source{WordSource::text};
    /// For text, asked only about pages with tables that have gaps: a gap may be a cell that is
    /// empty, or one that spans rows, and only the drawn lines tell.
    DrawingSource drawing{};
};

/// Turns the words of pages into paragraphs, tables, texts side by side and footnotes. Numbers of
/// pages are left out. Words are reordered in place.
void lay_out(std::vector<PageWords>& pages, const LayoutOptions& options, CanonicalText& canonical);

}  // namespace caicach::document
