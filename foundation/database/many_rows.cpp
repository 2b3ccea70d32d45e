#include "database/many_rows.hpp"

#include <algorithm>

#include "base/result.hpp"

namespace caicach::database
{

std::string many_rows(std::string_view insert, std::size_t rows)
{
    constexpr std::string_view before_row = "VALUES ";
    const auto at = insert.find(before_row);
    VERIFY(at != std::string_view::npos);
    const auto columns = static_cast<std::size_t>(std::ranges::count(insert, '$'));
    std::string sql{insert.substr(0, at + before_row.size())};
    for (std::size_t row = 0; row < rows; ++row) {
        sql += row == 0 ? "(" : ", (";
        for (std::size_t column = 0; column < columns; ++column) {
            sql += column == 0 ? "$" : ", $";
            sql += std::to_string(row * columns + column + 1);
        }
        sql += ')';
    }
    return sql;
}

}  // namespace caicach::database
