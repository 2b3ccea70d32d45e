#pragma once
#include "base/result.hpp"
#include "document/archive.hpp"
#include "document/records.hpp"
#include "document/source_text.hpp"
#include "document/workbook.hpp"

namespace caicach::document
{

/// The sheets of a workbook (annexes come so): each sheet's name as a paragraph, then its rows as
/// rows of a table. Numbers and days read as people write them here (see sheet_number.hpp), texts
/// as they are.
[[nodiscard]] Result<SourceText> read_xlsx(const Archive& archive);
[[nodiscard]] Result<SourceText> read_ods(const Archive& archive);

/// The first sheet that is not hidden, as read_records gives it.
[[nodiscard]] Result<std::vector<RecordRow>> xlsx_records(const Archive& archive);
[[nodiscard]] Result<std::vector<RecordRow>> ods_records(const Archive& archive);

/// All that are not hidden, as sheets_of gives them.
[[nodiscard]] Result<std::vector<WorkbookSheet>> xlsx_sheets(const Archive& archive);
[[nodiscard]] Result<std::vector<WorkbookSheet>> ods_sheets(const Archive& archive);

}  // namespace caicach::document
