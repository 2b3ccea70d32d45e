#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::organisation
{

/// GET /co-quan/cay: the tree of a day, the branch of `goc` open; `tu` pages through a long one.
[[nodiscard]] Result<http::Response> show_agency_tree(Context& context,
                                                      const http::Request& request);

}  // namespace caicach::organisation
