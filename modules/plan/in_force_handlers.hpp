#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::plan
{

/// What is left to do, and the question whether to go on.
Result<http::Response> confirm_in_force(Context& context, const http::Request& request);
Result<http::Response> create_in_force(Context& context, const http::Request& request);

}  // namespace caicach::plan
