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

struct WordOptions {
    float scale{1};            ///< turns the table's units into points
    float confidence_min{};    ///< 0–100: less sure words of one letter are left out
    bool takes_line_height{};  ///< words as tall as their line, where boxes follow the ink
};

/// Reads the table of words that `pdftotext -tsv` and `tesseract … tsv` write (they agree), in one
/// pass. The words look into `tsv`. Fails as too_large where there are too many pages or words.
[[nodiscard]] Result<std::vector<PageWords>> parse_words(std::string_view tsv,
                                                         const WordOptions& options = {});

}  // namespace caicach::document
