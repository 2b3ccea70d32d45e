#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "plan/edition.hpp"

/// The items of a plan as a table, one row each: for CSV and for Excel, which have the same
/// columns.
namespace caicach::plan
{

[[nodiscard]] std::string items_csv(const std::vector<Item>& items);

/// The bytes of the workbook. It is written to `folder` and read back, for the library that makes
/// it knows only files.
[[nodiscard]] Result<std::string> items_xlsx(const Edition& edition, const std::vector<Item>& items,
                                             const std::string& folder);

}  // namespace caicach::plan
