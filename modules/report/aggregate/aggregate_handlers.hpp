#pragma once
#include "http/request.hpp"
#include "manifest/module.hpp"
#include "web/components/fault.hpp"

namespace caicach::report
{

/// Pages that add up what agencies sent.
void add_aggregates(Module& module);

/// The page of a period that is added up, with what is wrong with a form on it.
[[nodiscard]] Result<http::Response> aggregate_page_with(Context& context,
                                                         const http::Request& request,
                                                         web::Fault fault);

}  // namespace caicach::report
