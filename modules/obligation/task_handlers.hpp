#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::obligation
{

[[nodiscard]] Result<http::Response> show_inbox(Context& context, const http::Request& request);
[[nodiscard]] Result<http::Response> show_task(Context& context, const http::Request& request);
[[nodiscard]] Result<http::Response> post_result(Context& context, const http::Request& request);
[[nodiscard]] Result<http::Response> post_assignment(Context& context,
                                                     const http::Request& request);
[[nodiscard]] Result<http::Response> post_excuse(Context& context, const http::Request& request);
[[nodiscard]] Result<http::Response> post_excuse_end(Context& context,
                                                     const http::Request& request);

}  // namespace caicach::obligation
