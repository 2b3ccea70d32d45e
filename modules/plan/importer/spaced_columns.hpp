#pragma once
#include <string>
#include <string_view>
#include <vector>

/// Columns made of blanks, as text taken out of a PDF or typed with the space bar has them.
namespace caicach::plan::importer
{

/// The lines, those of tables and of the signature block with their columns parted by TAB. A table
/// is told by its headings, the signature by "Nơi nhận" with something beside it; all other lines
/// stay as they are.
[[nodiscard]] std::vector<std::string> part_columns(const std::vector<std::string_view>& lines);

}  // namespace caicach::plan::importer
