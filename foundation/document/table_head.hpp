#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.hpp"
#include "document/records.hpp"

/// Tables that people keep themselves and bring as a file: which column stands where, under which
/// of its usual titles.
namespace caicach::document
{

/// A column that a table may have, in the order in which files are written. Files that people bring
/// may have them in any order and lack those that are not asked for.
struct TableColumn {
    std::string_view key{};    ///< "short_name"
    std::string_view title{};  ///< "Tên viết tắt"
    std::string_view also{};   ///< other titles, folded, parted by |
    double width{};            ///< in characters, for Excel
    std::string_view hint{};   ///< what the template's explaining row says
};

/// Rows that begin with this explain the table and are passed over.
inline constexpr char explaining_mark = '#';

/// The head of a table: which column each of its cells stands for.
class TableHead
{
public:
    TableHead(const RecordRow& row, std::span<const TableColumn> columns);

    /// Null where the cell's title means nothing here, or stands there a second time.
    [[nodiscard]] const TableColumn* at(std::size_t cell) const
    {
        return cell < m_columns.size() ? m_columns[cell] : nullptr;
    }
    [[nodiscard]] bool names(std::string_view key) const;
    /// The titles that mean nothing here, shortened to `length_max` characters.
    [[nodiscard]] std::vector<std::string> unused(std::size_t length_max) const;

private:
    std::vector<const TableColumn*> m_columns{};
    std::vector<std::string> m_titles{};
};

/// Where among the first `rows_max` rows the head stands: the first that names all of `asked`.
[[nodiscard]] std::optional<std::size_t> find_head(std::span<const RecordRow> rows,
                                                   std::span<const TableColumn> columns,
                                                   std::span<const std::string_view> asked,
                                                   std::size_t rows_max);

/// A day as people ("1/3/2025"), machines ("2025-03-01 00:00:00") or Excel ("45717") write it.
[[nodiscard]] std::optional<Date> day_of_cell(std::string_view cell);

}  // namespace caicach::document
