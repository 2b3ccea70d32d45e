#pragma once
#include <string>

#include "base/result.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

class PasswordDesk;

[[nodiscard]] std::string own_tokens_path();
[[nodiscard]] std::string tokens_path();

/// GET /tai-khoan/cua-toi/ma-truy-cap: one's tokens and the form for a new one.
[[nodiscard]] Result<http::Response> show_own_tokens(Context& context,
                                                     const http::Request& request);
/// POST there: makes one, after the password was typed once more, and shows it this one time. A
/// stolen session is not enough to leave a key behind.
[[nodiscard]] Result<http::Response> post_token(PasswordDesk& desk, Context& context,
                                                const http::Request& request);
/// POST …/thu-hoi: ends one of one's own.
[[nodiscard]] Result<http::Response> post_own_revocation(Context& context,
                                                         const http::Request& request);

/// GET /tai-khoan/ma-truy-cap: those that work, of the accounts that one administers.
[[nodiscard]] Result<http::Response> show_tokens(Context& context, const http::Request& request);
/// POST …/thu-hoi: ends one of them.
[[nodiscard]] Result<http::Response> post_token_revocation(Context& context,
                                                           const http::Request& request);

}  // namespace caicach::identity
