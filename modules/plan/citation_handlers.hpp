#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::plan
{

/// The register of documents that plans in force cite; "tim" narrows it.
[[nodiscard]] Result<http::Response> show_citations(Context& context, const http::Request& request);

}  // namespace caicach::plan
