#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "plan/importer/clean.hpp"

/// Stage 2: lines joined to paragraphs, over page breaks, footnotes and hard line ends.
namespace caicach::plan::importer
{

/// A stretch of a paragraph that came from one line.
struct Piece {
    int line{};              ///< 0-based source line
    std::uint32_t offset{};  ///< where in the paragraph it begins
};

struct Paragraph {
    enum class Kind { text, table_row, footnote };
    Kind kind{Kind::text};
    std::string text{};
    std::vector<Piece> pieces{};
    std::vector<std::uint32_t> note_marks{};
    bool heading{};
    bool after_blank{};  ///< a blank line stood before it
    int page{};

    [[nodiscard]] int first_line() const { return pieces.front().line; }
    [[nodiscard]] int last_line() const { return pieces.back().line; }
};

[[nodiscard]] std::vector<Paragraph> paragraphs_of(const std::vector<CleanLine>& lines);

}  // namespace caicach::plan::importer
