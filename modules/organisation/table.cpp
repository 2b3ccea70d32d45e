#include "organisation/table.hpp"

#include <algorithm>
#include <cstddef>

#include "organisation/limits.hpp"
#include "text/text.hpp"

namespace caicach::organisation
{

Result<Table> Table::parse(std::string_view text)
{
    Table table;
    int number = 0;
    for (const auto line : text::split(text, '\n')) {
        ++number;
        if (text::trim(line).empty() || line.starts_with('#')) continue;
        auto fields = text::split(line, ';');
        if (table.m_columns.empty()) {
            for (const auto field : fields) table.m_columns.push_back(text::trim(field));
            continue;
        }
        if (fields.size() != table.m_columns.size()) return malformed_line(number, line);
        if (table.m_rows.size() == limits::file_rows_max) return malformed_line(number, line);
        table.m_rows.push_back({.line = number, .fields = std::move(fields)});
    }
    return table;
}

std::string_view Table::at(const Row& row, std::string_view column) const
{
    const auto found = std::ranges::find(m_columns, column);
    if (found == m_columns.end()) return {};
    return text::trim(row.fields[static_cast<std::size_t>(found - m_columns.begin())]);
}

std::vector<std::string_view> list_of(std::string_view field, char separator)
{
    std::vector<std::string_view> pieces;
    for (const auto piece : text::split(field, separator))
        if (const auto trimmed = text::trim(piece); !trimmed.empty()) pieces.push_back(trimmed);
    return pieces;
}

tl::unexpected<Error> malformed_line(int line, std::string_view what)
{
    return failure(Failure::invalid, "organisation.file.malformed", {},
                   {std::to_string(line), text::shorten(what, 80)});
}

}  // namespace caicach::organisation
