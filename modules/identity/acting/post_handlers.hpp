#pragma once
#include "base/result.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

/// Posts of an account, as its administrators see and change them.
namespace caicach::identity
{

/// GET /tai-khoan/{account}/chuc-vu
[[nodiscard]] Result<http::Response> show_posts(Context& context, const http::Request& request);
/// POST /tai-khoan/{account}/chuc-vu
[[nodiscard]] Result<http::Response> post_post(Context& context, const http::Request& request);
/// POST /tai-khoan/{account}/chuc-vu/thoi
[[nodiscard]] Result<http::Response> post_post_end(Context& context, const http::Request& request);
/// POST /tai-khoan/{account}/chuc-vu/chinh
[[nodiscard]] Result<http::Response> post_main_post(Context& context, const http::Request& request);

}  // namespace caicach::identity
