#pragma once
#include "base/result.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "identity/api.hpp"
#include "manifest/context.hpp"

/// Accounts as administrators see them: those of their branch, and no others.
namespace caicach::identity
{

/// GET /tai-khoan
[[nodiscard]] Result<http::Response> show_accounts(Context& context, const http::Request& request);
/// GET /tai-khoan/them-moi
[[nodiscard]] Result<http::Response> show_new_account(Context& context,
                                                      const http::Request& request);
/// POST /tai-khoan: the account with its first role; answers with the slip of its invitation.
[[nodiscard]] Result<http::Response> post_account(Context& context, const http::Request& request);
/// GET /tai-khoan/{account}
[[nodiscard]] Result<http::Response> show_account(Context& context, const http::Request& request);
/// POST /tai-khoan/{account}/vai-tro
[[nodiscard]] Result<http::Response> post_grant(Context& context, const http::Request& request);
/// POST /tai-khoan/{account}/vai-tro/thu-hoi
[[nodiscard]] Result<http::Response> post_revocation(Context& context,
                                                     const http::Request& request);
/// POST /tai-khoan/{account}/giay-moi: the slip. Its link is told once, so that this page is the
/// answer itself and no redirect.
[[nodiscard]] Result<http::Response> post_invitation(Context& context,
                                                     const http::Request& request);
/// POST /tai-khoan/{account}/phien: ends all sessions of a person, whose phone was lost, say.
[[nodiscard]] Result<http::Response> post_sessions_end(Context& context,
                                                       const http::Request& request);
/// GET and POST /tai-khoan/{account}/khoa
[[nodiscard]] Result<http::Response> show_disabling(Context& context, const http::Request& request);
[[nodiscard]] Result<http::Response> post_disabling(Context& context, const http::Request& request);

}  // namespace caicach::identity
