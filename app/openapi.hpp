#pragma once
#include "http/router.hpp"
#include "json/value.hpp"

namespace caicach::app
{

/// The OpenAPI 3.1 description of every route below /api, made from the router itself, so that it
/// cannot drift from what is served.
[[nodiscard]] json::Value openapi(const http::Router& router);

}  // namespace caicach::app
