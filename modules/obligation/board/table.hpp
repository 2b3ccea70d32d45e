#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "calendar/date.hpp"
#include "obligation/board/sums.hpp"

namespace caicach::obligation
{

/// A text, which may lead to what it is about, a number or a day.
struct BoardCell {
    std::string text{};
    std::optional<double> number{};
    std::optional<Date> day{};  ///< what the text says: a spreadsheet sorts by it
    int digits{1};              ///< of a number that is not whole, in files
    std::string path{};
    std::optional<Sums> bar{};  ///< drawn behind the text, on pages
};
[[nodiscard]] BoardCell text_cell(std::string text, std::string path = {});
/// Leads somewhere only where there is something.
[[nodiscard]] BoardCell number_cell(std::int64_t number, std::string path = {});
/// Empty where there is no day.
[[nodiscard]] BoardCell day_cell(std::optional<Date> day);
[[nodiscard]] BoardCell percent_cell(const Sums& sums, std::string path = {});

struct BoardColumn {
    std::string name{};
    bool is_number{};
    double width{14};  ///< in characters, for spreadsheets
};

/// A table that is shown and taken along alike: page, CSV and Excel are made from it.
struct BoardTable {
    std::string title{};
    std::vector<BoardColumn> columns{};
    std::vector<std::vector<BoardCell>> rows{};
};

[[nodiscard]] std::string csv_of(const BoardTable& table);
/// The bytes of the workbook. It is written to `folder` and read back, for the library that makes
/// it knows only files.
[[nodiscard]] Result<std::string> xlsx_of(const BoardTable& table, const std::string& folder);

}  // namespace caicach::obligation
