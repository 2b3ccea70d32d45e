#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::audit
{

/// The trail, newest first: who, for which agency, what, about what, when.
[[nodiscard]] Result<http::Response> show_trail(Context& context, const http::Request& request);
/// The same lines for a spreadsheet; that somebody took them is a line of its own.
[[nodiscard]] Result<http::Response> export_trail(Context& context, const http::Request& request);

}  // namespace caicach::audit
