#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "document/page_words.hpp"

namespace caicach::document
{

/// Sorts the words of a page into lines that run across the whole page, top to bottom; words are
/// reordered in place, the lines look into them.
[[nodiscard]] std::vector<TextLine> page_rows(PageWords& page);

/// The middle one of the heights of all words: the size of the body text.
[[nodiscard]] float body_height(const PageWords& page);

/// How words become text: marks of footnotes are small digits set high.
struct TextRules {
    float body_height{};
    bool has_exact_boxes{true};  ///< off for recognised pages: no marks, no words that touch
    std::set<int> notes_seen{};  ///< numbers of notes that were marked so far
};

/// The words of a line as text, with spaces where there is space, and "<sup>1</sup>" for marks.
/// `is_first` allows the number of a footnote at the beginning.
void append_words(std::string& text, const TextLine& line, TextRules& rules, bool is_first);

}  // namespace caicach::document
