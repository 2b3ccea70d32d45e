#pragma once
#include <string>

#include "base/result.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "identity/oidc/oidc_desk.hpp"
#include "manifest/context.hpp"

/// Signing in at a provider: OpenID Connect, authorization code with PKCE.
namespace caicach::identity
{

[[nodiscard]] std::string oidc_path();
/// The same, leading to `target` afterwards.
[[nodiscard]] std::string oidc_path(std::string_view target);
[[nodiscard]] std::string oidc_return_path();

/// GET /dang-nhap/dinh-danh: sends the browser to the provider, with the cookie of an attempt. A
/// link and not a form: a page of ours may send forms to ourselves alone (`form-action`), and
/// nothing changes here.
[[nodiscard]] Result<http::Response> leave_for_provider(OidcDesk& desk, Context& context,
                                                        const http::Request& request);

/// GET /dang-nhap/dinh-danh/tro-ve: where the provider sends it back. A GET that signs in, because
/// the protocol has it so: the attempt's cookie, once, is what a form's token is elsewhere.
[[nodiscard]] Result<http::Response> return_from_provider(OidcDesk& desk, Context& context,
                                                          const http::Request& request);

}  // namespace caicach::identity
