#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/source_text.hpp"

/// How all readers put what they found into the one canonical form of source_text.hpp.
namespace caicach::document
{

struct TableCell {
    std::vector<std::string> paragraphs{};
    int columns{1};        ///< how many columns of the grid it spans
    bool repeats_above{};  ///< the lower part of a cell that spans rows
};

struct TableRow {
    std::vector<TableCell> cells{};
    int page{};  ///< 0: the page that was set
};

struct Table {
    std::vector<TableRow> rows{};
    bool has_borders{};
};

class CanonicalText
{
public:
    /// A paragraph; each of its lines (parted by LF) becomes a line. Empty ones are left out.
    void add_paragraph(std::string_view text);
    /// A footnote ("<sup>1</sup> …"): it comes after the whole text, whatever page it stood on, so
    /// that it parts no sentence and each format gives the same lines.
    void add_footnote(std::string_view text);
    /// A row a line. A table without borders that only sets paragraphs side by side (the head of an
    /// official letter, its signature) is given as those paragraphs, left column first.
    void add_table(const Table& table);
    /// Lines that come after stand on this page; 0 where pages are not known.
    void set_page(int page) { m_page = page; }
    void add_note(std::string key);

    /// The whole: repaired where it is written in the letters of old fonts (with a note), in NFC,
    /// without control characters. Fails as invalid where there is no text (document.empty), as
    /// too_large beyond the limits.
    [[nodiscard]] Result<SourceText> finish(std::string format);

private:
    void add_line(std::string_view text, Place place);
    void add_cells_as_paragraphs(const Table& table);
    void add_gap();
    void repair_old_fonts();

    struct Footnote {
        std::string text{};
        int page{};
    };

    SourceText m_source{};
    std::vector<Footnote> m_footnotes{};
    int m_page{};
    int m_paragraphs{};
    int m_tables{};
    std::size_t m_cells{};
    bool m_is_too_large{};
};

/// The paragraphs of a cell as one text: parted by "; " where one ends and the next begins without
/// any punctuation, else by a space.
[[nodiscard]] std::string join_cell(const std::vector<std::string>& paragraphs);

}  // namespace caicach::document
