#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace caicach::text
{

/// Rows that one data file may have.
inline constexpr std::size_t table_rows_max = 20'000;

/// The rows of our own data files: fields parted by semicolons, the first line names the columns,
/// lines that begin with # are comments. No quotes: a field holds no semicolon and no line end.
class Table
{
public:
    struct Row {
        int line{};  ///< counted from 1, for messages
        std::vector<std::string_view> fields{};
    };

    /// Looks at `text`, which must outlive it. invalid "text.table.malformed" with the line:
    /// a row of more or fewer fields than columns, or too many rows.
    [[nodiscard]] static Result<Table> parse(std::string_view text);

    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] std::span<const std::string_view> columns() const { return m_columns; }
    [[nodiscard]] bool has(std::string_view column) const;
    /// The field of that column, trimmed; a column that the file does not have is empty.
    [[nodiscard]] std::string_view at(const Row& row, std::string_view column) const;

private:
    std::vector<std::string_view> m_columns{};
    std::vector<Row> m_rows{};
};

/// The pieces of a field that holds a list, trimmed, empty ones left out.
[[nodiscard]] std::vector<std::string_view> list_of(std::string_view field, char separator);

/// invalid "text.table.malformed", also for a field that its reader cannot understand.
[[nodiscard]] tl::unexpected<Error> malformed_line(int line, std::string_view what);
/// invalid "text.table.field": which line and column hold what their reader cannot understand.
[[nodiscard]] tl::unexpected<Error> malformed_field(int line, std::string_view column,
                                                    std::string_view value);

}  // namespace caicach::text
