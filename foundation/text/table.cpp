#include "text/table.hpp"

#include <algorithm>

#include "text/text.hpp"

namespace caicach::text
{

Result<Table> Table::parse(std::string_view text)
{
    Table table;
    int number = 0;
    for (const auto line : split(text, '\n')) {
        ++number;
        if (trim(line).empty() || line.starts_with('#')) continue;
        auto fields = split(line, ';');
        if (table.m_columns.empty()) {
            for (const auto field : fields) table.m_columns.push_back(trim(field));
            continue;
        }
        if (fields.size() != table.m_columns.size()) return malformed_line(number, line);
        if (table.m_rows.size() == table_rows_max) return malformed_line(number, line);
        table.m_rows.push_back({.line = number, .fields = std::move(fields)});
    }
    return table;
}

bool Table::has(std::string_view column) const
{
    return std::ranges::find(m_columns, column) != m_columns.end();
}

std::string_view Table::at(const Row& row, std::string_view column) const
{
    const auto found = std::ranges::find(m_columns, column);
    if (found == m_columns.end()) return {};
    return trim(row.fields[static_cast<std::size_t>(found - m_columns.begin())]);
}

std::vector<std::string_view> list_of(std::string_view field, char separator)
{
    std::vector<std::string_view> pieces;
    for (const auto piece : split(field, separator))
        if (const auto trimmed = trim(piece); !trimmed.empty()) pieces.push_back(trimmed);
    return pieces;
}

tl::unexpected<Error> malformed_line(int line, std::string_view what)
{
    return failure(Failure::invalid, "text.table.malformed", {},
                   {std::to_string(line), shorten(what, 80)});
}

tl::unexpected<Error> malformed_field(int line, std::string_view column, std::string_view value)
{
    return failure(Failure::invalid, "text.table.field", {},
                   {std::to_string(line), std::string{column}, shorten(value, 80)});
}

}  // namespace caicach::text
