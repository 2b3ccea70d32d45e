#pragma once
#include <string>
#include <string_view>

#include "report/bringing/brought.hpp"

/// A report as an Excel workbook, to be filled in elsewhere and brought back.
namespace caicach::report
{

/// A sheet of numbers, one of texts, one for each table. Their first column is hidden and says what
/// stands where; numbers that the program computes stand there to be read. `folder` is for the
/// file while it is made.
[[nodiscard]] Result<std::string> workbook_of(const Filled& filled, const std::string& folder);

struct BroughtSheets {
    Brought brought{};
    std::vector<std::string> unused{};  ///< sheets and columns that mean nothing here
};
/// What a workbook says, in whatever order its sheets and columns stand. Fails as
/// document::sheets_of does; invalid "report.import.no_sheet" where none of them is one of ours;
/// too_large "report.import.too_long".
[[nodiscard]] Result<BroughtSheets> brought_by_workbook(std::string_view bytes,
                                                        const Definition& definition);

}  // namespace caicach::report
