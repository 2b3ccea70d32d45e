#include "document/table_head.hpp"

#include <algorithm>
#include <charconv>

#include "text/text.hpp"

namespace caicach::document
{
namespace
{

/// "Mã  cơ quan (*)" → "ma co quan".
std::string title_key(std::string_view title)
{
    const auto folded = text::fold(title);
    return text::join(text::words(folded), " ");
}

const TableColumn* column_named(std::string_view title, std::span<const TableColumn> columns)
{
    const auto key = title_key(title);
    if (key.empty()) return nullptr;
    for (const auto& column : columns) {
        const auto others = text::split(column.also, '|');
        if (key == title_key(column.title) || std::ranges::find(others, key) != others.end())
            return &column;
    }
    return nullptr;
}

}  // namespace

TableHead::TableHead(const RecordRow& row, std::span<const TableColumn> columns)
    : m_titles(row.cells)
{
    m_columns.reserve(row.cells.size());
    for (const auto& cell : row.cells) {
        const auto* column = column_named(cell, columns);
        // The first of two with one title counts.
        if (std::ranges::find(m_columns, column) != m_columns.end()) column = nullptr;
        m_columns.push_back(column);
    }
}

bool TableHead::names(std::string_view key) const
{
    return std::ranges::any_of(m_columns, [&](const TableColumn* column) {
        return column != nullptr && column->key == key;
    });
}

std::vector<std::string> TableHead::unused(std::size_t length_max) const
{
    std::vector<std::string> titles;
    for (std::size_t i = 0; i < m_titles.size(); ++i)
        if (m_columns[i] == nullptr && !m_titles[i].empty())
            titles.push_back(text::shorten(m_titles[i], length_max));
    return titles;
}

std::optional<std::size_t> find_head(std::span<const RecordRow> rows,
                                     std::span<const TableColumn> columns,
                                     std::span<const std::string_view> asked, std::size_t rows_max)
{
    const auto first = rows.first(std::min(rows.size(), rows_max));
    for (std::size_t i = 0; i < first.size(); ++i) {
        const TableHead head{first[i], columns};
        if (std::ranges::all_of(asked, [&](std::string_view key) { return head.names(key); }))
            return i;
    }
    return {};
}

std::optional<Date> day_of_cell(std::string_view cell)
{
    if (const auto day = Date::from_vietnamese(cell)) return day;
    // "2025-03-01 00:00:00", as Calc shows a day that knows its hour.
    if (const auto day = Date::from_iso(cell.substr(0, cell.find_first_of(" T")))) return day;
    constexpr int digits = 5;                       // from 1927 to 2173
    constexpr std::int32_t excel_begins = -25'569;  // 30 December 1899
    std::int32_t count{};
    const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), count);
    const bool is_whole = read.ec == std::errc{} && read.ptr == cell.data() + cell.size();
    if (!is_whole || cell.size() != digits) return std::nullopt;
    return Date::from_days(excel_begins + count);
}

}  // namespace caicach::document
