#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::obligation
{

/// GET /tra-loi/{token}: asks. Programs that look into letters change nothing by opening it.
[[nodiscard]] Result<http::Response> show_answering(Context& context, const http::Request& request);
/// POST there: answers, once.
[[nodiscard]] Result<http::Response> post_answer(Context& context, const http::Request& request);

}  // namespace caicach::obligation
