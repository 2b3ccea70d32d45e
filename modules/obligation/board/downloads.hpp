#pragma once
#include <string>
#include <string_view>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "obligation/board/table.hpp"
#include "plan/api.hpp"

/// Tables as files to take along.
namespace caicach::obligation
{

/// "Kinh phí - " and the plan's title, cut where it is long.
[[nodiscard]] std::string file_name_of(std::string_view what, const plan::PlanSummary& plan);

struct TakenTable {
    BoardTable table{};
    std::string name{};  ///< of the file, without its ending
};
[[nodiscard]] http::Response csv_download(const TakenTable& taken);
/// The workbook's sheet bears the title of the table.
[[nodiscard]] Result<http::Response> xlsx_download(const Context& context, const TakenTable& taken);

}  // namespace caicach::obligation
