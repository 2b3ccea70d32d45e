#pragma once
#include <string>
#include <vector>

#include "document/page_rows.hpp"

namespace caicach::document
{

/// How a run of lines is set.
struct Measure {
    float left{};  ///< the edges of its text
    float right{};
    float width{};      ///< what centred lines could fill at most
    float usual_gap{};  ///< between a line and the next one of its paragraph
};

/// What these lines tell of themselves: their outermost edges, and a low quantile of their gaps
/// (most lines are wrapped ones; where many are not, the smaller gaps still are those).
[[nodiscard]] Measure measure_of(const std::vector<TextLine>& lines);

/// Joins lines that were only wrapped, top to bottom, into paragraphs. A line was wrapped where the
/// first word of the next one would not have fitted behind it; indents and wide gaps begin a new
/// paragraph.
[[nodiscard]] std::vector<std::string> join_lines(const std::vector<TextLine>& lines,
                                                  Measure measure, TextRules& rules);

}  // namespace caicach::document
