#pragma once
#include "http/request.hpp"
#include "manifest/context.hpp"
#include "manifest/module.hpp"
#include "report/aggregate/pivot.hpp"

namespace caicach::report
{

/// The page of a form that is collected, its periods beside each other.
[[nodiscard]] Result<http::Response> show_pivot(Context& context, const http::Request& request,
                                                PivotBy by);

/// The same as files.
void add_pivots(Module& module);

}  // namespace caicach::report
