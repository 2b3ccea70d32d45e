#pragma once
#include "base/result.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::attachment
{

/// GET /kho-tep: how the store is, for administrators.
[[nodiscard]] Result<http::Response> show_store(Context& context, const http::Request& request);

}  // namespace caicach::attachment
