#pragma once
#include <span>
#include <vector>

#include "http/router.hpp"
#include "json/value.hpp"
#include "manifest/module.hpp"

namespace caicach::app
{

/// The OpenAPI 3.1 description of every route below /api/v1, made from the routes themselves, so
/// that it cannot drift from what is served.
[[nodiscard]] json::Value openapi(std::span<const http::Route> routes);

/// What belongs to no module of the product: serves the description of them all.
[[nodiscard]] Module openapi_module(std::span<const http::Route> routes);

}  // namespace caicach::app
