#pragma once
#include <array>

#include "http/router.hpp"
#include "manifest/context.hpp"

/// The dry pages, for machines: plans in force and their items as JSON.
namespace caicach::plan
{

inline constexpr http::QueryField limit_field{"limit", "How many at most; 50 unless told", 200};
inline constexpr http::QueryField after_field{"after",
                                              "The last one of the page before; see `next`"};
inline constexpr http::QueryField year_field{"year", "Plans of this year only", 2100};
inline constexpr http::QueryField quarter_field{
    "quarter", "Items that are due or run in this quarter of the plan's year", 4};

inline constexpr std::array plans_query{year_field, limit_field, after_field};
inline constexpr std::array items_query{
    http::QueryField{"q", "Words of an item, with or without diacritics"},
    http::QueryField{"agency", "An agency with a part in it, itself or through a group: so-noi-vu"},
    http::QueryField{"type", "As `type` of an item"},
    http::QueryField{"area", "As `area` of an item"},
    quarter_field,
    limit_field,
    after_field,
};

/// GET /api/v1/plans, filtered by `plans_query`.
[[nodiscard]] Result<http::Response> list_plans(Context& context, const http::Request& request);
/// GET /api/v1/plans/{plan}: by public code.
[[nodiscard]] Result<http::Response> get_plan(Context& context, const http::Request& request);
/// GET /api/v1/plans/{plan}/items, filtered by `items_query`.
[[nodiscard]] Result<http::Response> list_plan_items(Context& context,
                                                     const http::Request& request);

}  // namespace caicach::plan
