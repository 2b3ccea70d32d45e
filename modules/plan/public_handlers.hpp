#pragma once
#include "http/router.hpp"
#include "manifest/context.hpp"
#include "manifest/public_pages.hpp"
#include "plan/in_force_cache.hpp"

/// Pages of plans in force, for everyone.
namespace caicach::plan
{

/// Hears PublicPagesAsked: the newest plans in force, with what modules above show of them.
[[nodiscard]] Result<void> add_plans_in_force(Context& context, database::Transaction& transaction,
                                              const PublicPagesAsked& asked);
/// GET /ke-hoach: plans in force by year; with ?tim=… items of all of them.
[[nodiscard]] Result<http::Response> show_plans(Context& context, const http::Request& request);
/// GET /ke-hoach/{plan}: one plan, its document and its items.
[[nodiscard]] Result<http::Response> show_plan(Context& context, const http::Request& request,
                                               InForceCache& cache);

}  // namespace caicach::plan
