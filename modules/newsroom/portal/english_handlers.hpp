#pragma once
#include "http/router.hpp"
#include "manifest/context.hpp"

namespace caicach::newsroom
{

/// GET /en: what there is in English.
[[nodiscard]] Result<http::Response> show_english(Context& context, const http::Request& request);

}  // namespace caicach::newsroom
