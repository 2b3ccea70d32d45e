#pragma once
#include <string>

#include "base/result.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

[[nodiscard]] std::string own_account_path();

/// GET /.well-known/change-password: where keepers of passwords lead a person who shall change one.
[[nodiscard]] Result<http::Response> show_where_to_change_password(Context& context,
                                                                   const http::Request& request);
/// GET /tai-khoan/cua-toi: one's sessions and the change of the password.
[[nodiscard]] Result<http::Response> show_own_account(Context& context,
                                                      const http::Request& request);
/// The same with what is wrong with the change of the password, or when to try again.
[[nodiscard]] Result<http::Response> own_account_with(Context& context,
                                                      const http::Request& request,
                                                      const Error& error);
[[nodiscard]] Result<http::Response> own_account_delayed(Context& context,
                                                         const http::Request& request,
                                                         std::int64_t seconds);
/// POST /tai-khoan/cua-toi/phien: ends one session ("phien"), or all but this one.
[[nodiscard]] Result<http::Response> end_sessions(Context& context, const http::Request& request);

}  // namespace caicach::identity
