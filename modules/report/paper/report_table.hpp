#pragma once
#include <string>

#include "report/filling/filled.hpp"

namespace caicach::report
{

/// All cells of a report as a sheet of Excel, one a row, with their keys: to be reckoned with. The
/// file is made in the folder and gone again.
[[nodiscard]] Result<std::string> report_xlsx(const Filled& filled, const std::string& folder);

}  // namespace caicach::report
