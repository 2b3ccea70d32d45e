#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::obligation
{

[[nodiscard]] Result<http::Response> show_late_month(Context& context,
                                                     const http::Request& request);
[[nodiscard]] Result<http::Response> post_late_month(Context& context,
                                                     const http::Request& request);
[[nodiscard]] Result<http::Response> post_late_month_withdrawal(Context& context,
                                                                const http::Request& request);
[[nodiscard]] Result<http::Response> show_public_late(Context& context,
                                                      const http::Request& request);

}  // namespace caicach::obligation
