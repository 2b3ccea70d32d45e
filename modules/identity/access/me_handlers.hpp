#pragma once
#include "base/result.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

/// GET /api/v1/me: who is asking, by what, how often they may, and what they may do.
[[nodiscard]] Result<http::Response> show_me(Context& context, const http::Request& request);

}  // namespace caicach::identity
