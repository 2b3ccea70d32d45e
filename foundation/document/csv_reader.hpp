#pragma once
#include <string_view>
#include <vector>

#include "document/records.hpp"

namespace caicach::document
{

/// The rows of a CSV text (RFC 4180; UTF-8, a byte order mark is passed over) that hold something.
/// Cells are parted by commas, semicolons or TABs, whichever the first row with any has most
/// of: Excel writes what the computer's region says. The apostrophe that CsvWriter puts in front of
/// what looks like a formula is taken off again.
///
/// invalid "document.csv.open_quote" with the row where a quotation mark opens that never closes,
/// too_large "document.limit.rows".
[[nodiscard]] Result<std::vector<RecordRow>> read_csv(std::string_view text);

}  // namespace caicach::document
