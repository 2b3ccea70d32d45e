#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace caicach::document
{

/// A rectangle on a page, in points (1/72 inch) from the upper left corner.
struct Box {
    float left{};
    float top{};
    float right{};
    float bottom{};

    [[nodiscard]] float width() const { return right - left; }
    [[nodiscard]] float height() const { return bottom - top; }
    [[nodiscard]] float middle() const { return (top + bottom) / 2; }
    [[nodiscard]] float centre() const { return (left + right) / 2; }
    void include(const Box& other);
};

/// Looks into the output that it was read from.
struct Word {
    Box box{};
    std::string_view text{};
};

struct PageWords {
    int number{};  ///< from 1
    Box box{};
    std::vector<Word> words{};
};

/// Some words of one line, from left to right.
struct TextLine {
    std::span<const Word> words{};
    Box box{};
};

/// Reads the table of words that `pdftotext -tsv` and `tesseract … tsv` write (they agree), in one
/// pass. `scale` turns its units into points; words less sure than `confidence_min` (0–100) are
/// left out. The words look into `tsv`. Fails as too_large where a page holds too many words,
/// invalid where this is no such table.
[[nodiscard]] Result<std::vector<PageWords>> parse_words(std::string_view tsv, float scale = 1,
                                                         float confidence_min = 0);

}  // namespace caicach::document
