#include "document/csv_writer.hpp"

#include <utility>

#include "text/number.hpp"

namespace caicach::document
{
namespace
{

bool is_formula(std::string_view cell)
{
    constexpr std::string_view starts = "=+-@\t\r";
    if (cell.empty() || starts.find(cell.front()) == std::string_view::npos) return false;
    return !text::parse_decimal(cell);
}

void append_cell(std::string& text, std::string_view cell)
{
    const bool is_dangerous = is_formula(cell);
    const bool needs_quotes = cell.find_first_of(",\"\r\n") != std::string_view::npos;
    if (needs_quotes) text += '"';
    if (is_dangerous) text += '\'';
    for (const char c : cell) {
        if (c == '"') text += '"';
        text += c;
    }
    if (needs_quotes) text += '"';
}

template <class Cell>
void append_row(std::string& text, std::span<const Cell> cells)
{
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) text += ',';
        append_cell(text, cells[i]);
    }
    text += "\r\n";
}

}  // namespace

void CsvWriter::add_row(std::span<const std::string> cells) { append_row(m_text, cells); }
void CsvWriter::add_row(std::span<const std::string_view> cells) { append_row(m_text, cells); }
std::string CsvWriter::take() { return std::exchange(m_text, {}); }

}  // namespace caicach::document
