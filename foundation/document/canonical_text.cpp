#include "document/canonical_text.hpp"

#include <algorithm>

#include "document/limits.hpp"
#include "text/legacy.hpp"
#include "text/text.hpp"

namespace caicach::document
{
namespace
{

// A table without borders of more columns than this is one of data whose borders are drawn
// otherwise.
constexpr std::size_t layout_columns_max = 3;

std::size_t columns_of(const TableRow& row)
{
    std::size_t columns = 0;
    for (const auto& cell : row.cells)
        columns += static_cast<std::size_t>(std::max(cell.columns, 1));
    return columns;
}

// Does the table only set paragraphs side by side?
bool is_layout(const Table& table)
{
    std::size_t columns = 0;
    std::size_t paragraphs = 0;
    for (const auto& row : table.rows) {
        columns = std::max(columns, columns_of(row));
        for (const auto& cell : row.cells)
            paragraphs = std::max(paragraphs, cell.paragraphs.size());
    }
    if (!table.has_borders) return columns <= layout_columns_max;
    // A frame around a list of recipients and a signature.
    constexpr std::size_t paragraphs_min = 4;
    return table.rows.size() == 1 && columns <= 2 && paragraphs >= paragraphs_min;
}

bool starts_lower(std::string_view text)
{
    const auto start = text.substr(0, 4);
    return text::lower(start) == start && text::upper(start) != start;
}

// TABs part cells, so none may stand inside one.
std::string cell_text(std::string_view text) { return text::squeeze(text); }

// One text for each column of the grid; `above` is the row before.
std::vector<std::string> texts_of(const TableRow& row, const std::vector<std::string>& above)
{
    std::vector<std::string> cells;
    for (const auto& cell : row.cells) {
        const auto at = cells.size();
        const bool repeats = cell.repeats_above && at < above.size();
        cells.push_back(repeats ? above[at] : join_cell(cell.paragraphs));
        const auto columns = static_cast<std::size_t>(std::max(cell.columns, 1));
        cells.resize(std::min(at + columns, limits::table_columns_max));
    }
    return cells;
}

constexpr std::ptrdiff_t cells_of_typed_row_min = 3;

/// Tabs between three texts or more are a row of a table that somebody typed: they stay. Others
/// only set a text to its place.
std::string line_of(std::string_view text)
{
    std::vector<std::string> cells;
    for (const auto cell : text::split(text, '\t')) cells.push_back(text::squeeze(cell));
    const auto filled =
        std::ranges::count_if(cells, [](const auto& cell) { return !cell.empty(); });
    return filled < cells_of_typed_row_min ? text::squeeze(text) : text::join(cells, "\t");
}

}  // namespace

std::string join_cell(const std::vector<std::string>& paragraphs)
{
    std::string joined;
    for (const auto& paragraph : paragraphs) {
        const auto piece = cell_text(paragraph);
        if (piece.empty()) continue;
        if (!joined.empty()) {
            constexpr std::string_view ends = ".;:,?!-(/";
            constexpr std::string_view starts = "-+*•(–";
            const bool is_parted = ends.find(joined.back()) != std::string_view::npos ||
                                   starts.find(piece.front()) != std::string_view::npos ||
                                   joined.ends_with("–") || starts_lower(piece);
            joined += is_parted ? " " : "; ";
        }
        joined += piece;
    }
    return joined;
}

void CanonicalText::add_note(std::string key)
{
    auto& notes = m_source.notes;
    if (std::find(notes.begin(), notes.end(), key) == notes.end()) notes.push_back(std::move(key));
}

void CanonicalText::add_line(std::string_view text, Place place)
{
    if (m_source.lines.size() >= limits::lines_max || text.size() > limits::line_bytes_max) {
        m_is_too_large = true;
        return;
    }
    m_source.lines.push_back({std::string{text}, place});
}

void CanonicalText::add_gap()
{
    const auto& lines = m_source.lines;
    if (!lines.empty() && !lines.back().text.empty()) add_line("", {.page = m_page});
}

void CanonicalText::add_paragraph(std::string_view text)
{
    if (text::trim(text).empty()) return;
    add_gap();
    ++m_paragraphs;
    for (const auto piece : text::split(text, '\n')) {
        const auto line = line_of(piece);
        if (!line.empty()) add_line(line, {.page = m_page, .paragraph = m_paragraphs});
    }
}

void CanonicalText::add_footnote(std::string_view text)
{
    m_footnotes.push_back({std::string{text}, m_page});
    if (m_footnotes.size() > limits::lines_max) m_is_too_large = true;
}

void CanonicalText::add_table(const Table& table)
{
    if (is_layout(table)) return add_cells_as_paragraphs(table);
    add_gap();
    ++m_tables;
    int number = 0;
    std::vector<std::string> above;
    for (const auto& row : table.rows) {
        auto cells = texts_of(row, above);
        ++number;
        m_cells += cells.size();
        if (m_cells > limits::table_cells_max) m_is_too_large = true;
        if (m_is_too_large) return;
        const auto line = text::join(cells, "\t");
        if (text::trim(line).empty()) continue;
        add_line(line, {.page = row.page > 0 ? row.page : m_page,
                        .paragraph = ++m_paragraphs,
                        .table = m_tables,
                        .row = number});
        above = std::move(cells);
    }
    add_gap();
}

void CanonicalText::add_cells_as_paragraphs(const Table& table)
{
    for (const auto& row : table.rows) {
        for (const auto& cell : row.cells) {
            for (const auto& paragraph : cell.paragraphs) add_paragraph(paragraph);
        }
    }
}

void CanonicalText::repair_old_fonts()
{
    constexpr std::size_t sample_bytes_max = 64 * 1024;
    constexpr double confidence_min = 0.5;
    std::string sample;
    for (const auto& line : m_source.lines) {
        if (sample.size() > sample_bytes_max) break;
        sample += line.text + " ";
    }
    const auto guess = text::detect_mojibake(sample);
    if (guess.encoding == text::Encoding::utf8 || guess.confidence < confidence_min) return;
    for (auto& line : m_source.lines) {
        line.text = text::repair_mojibake(line.text, guess.encoding);
    }
    add_note(guess.encoding == text::Encoding::tcvn3 ? "document.note.converted_tcvn3"
                                                     : "document.note.converted_vni");
}

Result<SourceText> CanonicalText::finish(std::string format)
{
    auto& lines = m_source.lines;
    m_source.pages = std::max(m_source.pages, m_page);
    for (const auto& note : m_footnotes) {
        if (m_is_too_large) break;
        m_page = note.page;
        add_paragraph(note.text);
    }
    if (m_is_too_large) {
        return failure(Failure::too_large, "document.limit.text", {},
                       {std::to_string(limits::lines_max)});
    }
    // Before cleaning: one of the old letters is what Unicode calls a soft hyphen.
    repair_old_fonts();
    for (auto& line : lines) line.text = text::clean_input(line.text);
    while (!lines.empty() && lines.back().text.empty()) lines.pop_back();
    if (lines.empty()) return failure(Failure::invalid, "document.empty");
    m_source.format = std::move(format);
    return std::move(m_source);
}

}  // namespace caicach::document
