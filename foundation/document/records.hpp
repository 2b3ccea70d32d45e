#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace caicach::document
{

/// A row of a file of records, as a spreadsheet shows it.
struct RecordRow {
    int number{};  ///< counted from 1, empty rows too: what people see beside it
    std::vector<std::string> cells{};  ///< cleaned, without white space around

    friend bool operator==(const RecordRow&, const RecordRow&) = default;
};

/// The rows that hold something: of a CSV file (see csv_reader.hpp), or of the first sheet that is
/// not hidden of an XLSX or ODS workbook, known by its content and not by its name. There numbers
/// read "92,5" and "8,5%", days "31/03/2026" (see sheet_number.hpp); texts are as they are.
///
/// unsupported "document.records.kind" for any other file, invalid for a damaged, encrypted or
/// empty one, too_large "document.limit.rows".
[[nodiscard]] Result<std::vector<RecordRow>> read_records(std::string_view bytes);

/// Rows as text, to be kept until somebody confirms them, and back.
[[nodiscard]] std::string text_of_records(std::span<const RecordRow> rows);
[[nodiscard]] Result<std::vector<RecordRow>> records_of_text(std::string_view text);

}  // namespace caicach::document
