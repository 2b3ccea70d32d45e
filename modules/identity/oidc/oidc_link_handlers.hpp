#pragma once
#include "base/result.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

/// Whom the provider of sign-in knows as which account, for administrators of its branch.
namespace caicach::identity
{

/// GET /tai-khoan/{account}/dinh-danh
[[nodiscard]] Result<http::Response> show_oidc_link(Context& context, const http::Request& request);
/// POST /tai-khoan/{account}/dinh-danh: links it with a subject.
[[nodiscard]] Result<http::Response> post_oidc_link(Context& context, const http::Request& request);
/// POST /tai-khoan/{account}/dinh-danh/go
[[nodiscard]] Result<http::Response> post_oidc_unlinking(Context& context,
                                                         const http::Request& request);

}  // namespace caicach::identity
