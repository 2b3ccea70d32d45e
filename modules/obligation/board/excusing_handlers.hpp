#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::obligation
{

/// Asks for one reason for what is owed still of a filtered list, and says how many that are.
[[nodiscard]] Result<http::Response> show_excusing(Context& context, const http::Request& request);
[[nodiscard]] Result<http::Response> post_excusing(Context& context, const http::Request& request);

}  // namespace caicach::obligation
