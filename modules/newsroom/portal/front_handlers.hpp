#pragma once
#include "http/router.hpp"
#include "manifest/context.hpp"

namespace caicach::newsroom
{

/// GET /: the portal for everybody; who is signed in goes to work.
[[nodiscard]] Result<http::Response> show_front(Context& context, const http::Request& request);

}  // namespace caicach::newsroom
