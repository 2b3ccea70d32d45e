#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/source_text.hpp"

/// Stage 1: each line without the marks of its conversion. Nothing is joined and nothing dropped
/// here: a line that is no text of the plan says so.
namespace caicach::plan::importer
{

struct CleanLine {
    enum class Kind { text, blank, footnote, artefact, table_row };
    Kind kind{Kind::text};
    std::string text{};                       ///< cells parted by TAB in a table row
    std::vector<std::uint32_t> note_marks{};  ///< where in `text` a footnote mark stood
    bool heading{};                           ///< marked as heading (#) or wholly bold
    int page{};
};

[[nodiscard]] std::vector<CleanLine> clean(const document::SourceText& source);
/// One line alone, as `clean` begins with it.
[[nodiscard]] CleanLine clean_line(std::string_view line);

}  // namespace caicach::plan::importer
