#pragma once
#include <string>

#include "http/response.hpp"
#include "report/aggregate/pivot_views.hpp"

/// Periods beside each other, as files: a row an agency or an indicator, a column a period.
namespace caicach::report
{

/// What the numbers are of, for people: also the file's name.
[[nodiscard]] std::string pivot_title(const PivotPage& page);
/// As the page shows them.
[[nodiscard]] std::string pivot_csv(const PivotPage& page);
/// Numbers as numbers: a share in percent, a mean as its value. `folder` holds the file until it is
/// sent.
[[nodiscard]] Result<http::Response> pivot_xlsx(const PivotPage& page, const std::string& folder);

}  // namespace caicach::report
