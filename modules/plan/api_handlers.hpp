#pragma once
#include "http/router.hpp"
#include "manifest/context.hpp"

/// The dry pages, for machines: plans in force and their items as JSON.
namespace caicach::plan
{

/// GET /api/v1/plans?year=&limit=&after=
[[nodiscard]] Result<http::Response> list_plans(Context& context, const http::Request& request);
/// GET /api/v1/plans/{plan}: by public code.
[[nodiscard]] Result<http::Response> get_plan(Context& context, const http::Request& request);
/// GET /api/v1/plans/{plan}/items?type=&limit=&after=
[[nodiscard]] Result<http::Response> list_plan_items(Context& context,
                                                     const http::Request& request);

}  // namespace caicach::plan
