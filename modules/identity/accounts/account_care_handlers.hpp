#pragma once
#include "base/result.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

/// What administrators do for people who cannot get in: a lost telephone, a disabled account.
namespace caicach::identity
{

/// GET and POST /tai-khoan/{account}/hai-buoc: takes the second factor away, for a reason. Never
/// one's own.
[[nodiscard]] Result<http::Response> show_second_factor_removal(Context& context,
                                                                const http::Request& request);
[[nodiscard]] Result<http::Response> post_second_factor_removal(Context& context,
                                                                const http::Request& request);

/// GET and POST /tai-khoan/{account}/mo-lai: lets a disabled account in again.
[[nodiscard]] Result<http::Response> show_reopening(Context& context, const http::Request& request);
[[nodiscard]] Result<http::Response> post_reopening(Context& context, const http::Request& request);

}  // namespace caicach::identity
