#pragma once
#include <string>

#include "http/response.hpp"
#include "report/aggregate/value_reader.hpp"

/// Every number that was sent, as a file: made while it is sent, or written row by row, so that its
/// size costs no memory.
namespace caicach::report
{

[[nodiscard]] http::Response values_csv(database::Database& database, ValueScope scope);
/// Written to a file in `folder` first, which is gone when it is sent. too_large
/// "document.limit.sheet" beyond what a sheet holds.
[[nodiscard]] Result<http::Response> values_xlsx(database::Database& database, ValueScope scope,
                                                 const std::string& folder);

}  // namespace caicach::report
