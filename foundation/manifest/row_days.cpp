#include "manifest/row_days.hpp"

namespace caicach
{

Result<RowDays> row_days(const text::Table& table, const text::Table::Row& row)
{
    const auto begin = table.at(row, "valid_from");
    const auto end = table.at(row, "valid_to");
    const auto from = Date::from_iso(begin);
    const auto to = Date::from_iso(end);
    if (!from) return text::malformed_field(row.line, "valid_from", begin);
    if (!to && !end.empty()) return text::malformed_field(row.line, "valid_to", end);
    return RowDays{.from = *from, .to = to};
}

}  // namespace caicach
