#pragma once
#include <optional>

#include "calendar/date.hpp"
#include "text/table.hpp"

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

}  // namespace caicach
