#pragma once
#include <span>
#include <string>
#include <string_view>

#include "document/official_document.hpp"

/// WordprocessingML (ECMA-376), as much of it as an official document takes. Lengths as in
/// official_layout.hpp.
namespace caicach::document
{

/// How a paragraph stands. What is 0 or empty is left to the style.
struct WordParagraph {
    std::string_view style{};
    std::string_view alignment{};  ///< "center", "right", "both"
    int size{};
    bool is_bold{};
    bool is_italic{};
    int before{};
    int after{};
    int left{};
    int right{};
    bool has_rule{};         ///< a line above it, from `left` to `right`
    bool keeps_with_next{};  ///< on one page with the paragraph that follows
};

struct WordPage {
    bool is_landscape{};
    bool begins_numbers{};  ///< its first page is page 1
};

/// A document's body, written from top to bottom.
class WordMarkup
{
public:
    void paragraph(const WordParagraph& shape, std::span<const OfficialRun> runs);
    void paragraph(const WordParagraph& shape, std::string text);
    /// A line of its own, `length` long, in the middle of `width`.
    void rule(int width, int length);
    /// Nothing, so high.
    void gap(int height);

    void begin_table(std::span<const int> widths, bool has_lines);
    void begin_row(bool is_head = false);
    void begin_cell(int width);
    void end_cell() { m_text += "</w:tc>"; }
    void end_row() { m_text += "</w:tr>"; }
    void end_table() { m_text += "</w:tbl>"; }

    /// Ends the pages of the body, or of an annex; what follows stands on a new page.
    void break_section(const WordPage& page);
    /// The whole part; its last pages are such ones.
    [[nodiscard]] std::string finish(const WordPage& page);

private:
    std::string m_text{};
};

/// For text between tags: NFC, without what XML cannot hold, `&`, `<` and `>` escaped.
[[nodiscard]] std::string xml_text(std::string_view text);

}  // namespace caicach::document
