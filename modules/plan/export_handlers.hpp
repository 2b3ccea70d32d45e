#pragma once
#include "http/router.hpp"
#include "manifest/context.hpp"

/// The items of a plan in force to take along. Each takes the filters of the plan's page, so that
/// what is downloaded is what was seen.
namespace caicach::plan
{

/// GET /ke-hoach/{plan}/muc.csv
[[nodiscard]] Result<http::Response> export_csv(Context& context, const http::Request& request);
/// GET /ke-hoach/{plan}/muc.xlsx
[[nodiscard]] Result<http::Response> export_xlsx(Context& context, const http::Request& request);
/// GET /ke-hoach/{plan}/muc.json: {plan, items}, in the words of the API
[[nodiscard]] Result<http::Response> export_json(Context& context, const http::Request& request);
/// GET /ke-hoach/{plan}/muc.ics
[[nodiscard]] Result<http::Response> export_ics(Context& context, const http::Request& request);

}  // namespace caicach::plan
