#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/records.hpp"

namespace caicach::document
{

/// One sheet of a workbook that people bring.
struct WorkbookSheet {
    std::string name{};
    std::vector<RecordRow> rows{};  ///< those that hold something, as read_records gives them
};

/// The sheets that are not hidden, of an XLSX or ODS workbook, known by its content and not by its
/// name. unsupported "document.records.kind" for any other file, invalid for a damaged, encrypted
/// or empty one, too_large "document.limit.rows" where a sheet, or all of them, have too many.
[[nodiscard]] Result<std::vector<WorkbookSheet>> sheets_of(std::string_view bytes);

/// Whether a workbook is an XLSX file: ODS files keep no line ends within a cell.
[[nodiscard]] bool is_xlsx(std::string_view bytes);

}  // namespace caicach::document
