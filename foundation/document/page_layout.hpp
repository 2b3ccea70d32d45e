#pragma once
#include <vector>

#include "document/canonical_text.hpp"
#include "document/page_words.hpp"

namespace caicach::document
{

/// Whence the words of a page came.
enum class WordSource {
    text,        ///< a PDF's own text: exact places
    recognised,  ///< a scan: rough ones
};

/// Turns the words of pages into paragraphs, tables and texts side by side. Words are reordered in
/// place.
void lay_out(std::vector<PageWords>& pages, WordSource source, CanonicalText& canonical);

}  // namespace caicach::document
