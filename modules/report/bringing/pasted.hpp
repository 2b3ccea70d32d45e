#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace caicach::report
{

/// What a spreadsheet puts on the clipboard: rows of cells with tabs between them. Cells that hold
/// a tab, a line's end or a quotation mark stand in quotation marks. Rows that hold nothing at the
/// end are left out. Never more than limits::{pasted_cells_max,table_rows_max}: too_large
/// "report.paste.too_large". Pure.
[[nodiscard]] Result<std::vector<std::vector<std::string>>> pasted_rows(std::string_view text);

}  // namespace caicach::report
