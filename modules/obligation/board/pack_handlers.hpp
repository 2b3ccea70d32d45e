#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::obligation
{

/// What counts for the obligations of a plan, narrowed to an item, an agency, a month …, with its
/// proof, as a ZIP; for who may watch the plan.
[[nodiscard]] Result<http::Response> download_board_pack(Context& context,
                                                         const http::Request& request);

}  // namespace caicach::obligation
