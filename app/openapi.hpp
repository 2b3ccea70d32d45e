#pragma once
#include <span>
#include <vector>

#include "json/value.hpp"
#include "manifest/module.hpp"

namespace caicach::app
{

/// The OpenAPI 3.1 description of every route below /api/v1, made from the routes themselves, so
/// that it cannot drift from what is served. A route without a schema of its answer, or with one
/// that no module brings, ends the process: it is a fault of the source.
[[nodiscard]] json::Value openapi(std::span<const Module> modules);

/// What belongs to no module of the product: serves the description of them all.
[[nodiscard]] Module openapi_module(std::span<const Module> modules);

}  // namespace caicach::app
