#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::obligation
{

/// GET /theo-doi/{plan}/cham: who does not perform, or did so too late.
[[nodiscard]] Result<http::Response> show_late(Context& context, const http::Request& request);
/// POST /theo-doi/{plan}/nhac-viec: nudges the agencies of "agency", or "only" that one, or "all".
[[nodiscard]] Result<http::Response> post_nudge(Context& context, const http::Request& request);

}  // namespace caicach::obligation
