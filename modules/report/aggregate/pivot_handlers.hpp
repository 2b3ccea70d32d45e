#pragma once
#include "http/request.hpp"
#include "manifest/context.hpp"
#include "report/aggregate/pivot.hpp"

namespace caicach::report
{

/// The page of a form that is collected, its periods beside each other.
[[nodiscard]] Result<http::Response> show_pivot(Context& context, const http::Request& request,
                                                PivotBy by);

}  // namespace caicach::report
