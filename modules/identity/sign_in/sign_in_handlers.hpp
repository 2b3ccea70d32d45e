#pragma once
#include "base/result.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

/// GET /dang-nhap: the form, and how else to sign in.
[[nodiscard]] Result<http::Response> show_sign_in(Context& context, const http::Request& request);
/// GET /dang-nhap/{token}: whose link this is, and a button. Uses nothing up, so that a mail
/// scanner or a preview may look.
[[nodiscard]] Result<http::Response> show_sign_in_link(Context& context,
                                                       const http::Request& request);
/// POST /dang-nhap/{token}: uses the link up and begins a session.
[[nodiscard]] Result<http::Response> create_session(Context& context, const http::Request& request);
/// POST /dang-xuat: ends the session of this browser.
[[nodiscard]] Result<http::Response> remove_session(Context& context, const http::Request& request);

}  // namespace caicach::identity
