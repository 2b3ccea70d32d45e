#pragma once
#include "base/result.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::attachment
{

/// GET /tep/{code}: the bytes as they came, to be saved, never shown by the browser. The module
/// that owns the file says who may (FileAsked).
[[nodiscard]] Result<http::Response> download(Context& context, const http::Request& request);

}  // namespace caicach::attachment
