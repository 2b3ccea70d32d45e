#pragma once
#include <optional>
#include <utility>
#include <vector>

#include "calendar/date.hpp"
#include "text/reference.hpp"

namespace caicach
{

/// The days on which a row of reference data holds, both included; without `to` for ever.
struct RowDays {
    Date from{};
    std::optional<Date> to{};

    [[nodiscard]] bool holds_on(Date day) const { return from <= day && (!to || day <= *to); }
};
/// Of its columns valid_from and valid_to. invalid "text.table.field".
[[nodiscard]] Result<RowDays> row_days(const text::Table& table, const text::Table::Row& row);

/// What a row says besides its days.
template <class Value>
using RowReader = Result<Value> (*)(const text::Table& table, const text::Table::Row& row);

/// For a ReferenceFile's check: every row can be read.
template <class Value>
[[nodiscard]] Result<void> check_rows(const text::Table& table, RowReader<Value> read)
{
    for (const auto& row : table.rows()) {
        TRY(row_days(table, row));
        TRY(read(table, row));
    }
    return {};
}

/// The rows that hold on `day`, in the order of the table.
template <class Value>
[[nodiscard]] Result<std::vector<Value>> rows_on(const text::ReferenceFile& file, Date day,
                                                 RowReader<Value> read)
{
    const auto table = TRY(text::table_of(file));
    std::vector<Value> values;
    for (const auto& row : table.rows()) {
        const auto days = TRY(row_days(table, row));
        if (!days.holds_on(day)) continue;
        auto value = TRY(read(table, row));
        values.push_back(std::move(value));
    }
    return values;
}

}  // namespace caicach
