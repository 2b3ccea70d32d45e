#pragma once
#include "base/result.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

/// People whose agency has ended: the list, and the decision about each.
namespace caicach::identity
{

/// GET /tai-khoan/sap-xep
[[nodiscard]] Result<http::Response> show_left_behind(Context& context,
                                                      const http::Request& request);
/// GET and POST /tai-khoan/{account}/chuyen
[[nodiscard]] Result<http::Response> show_resettlement(Context& context,
                                                       const http::Request& request);
[[nodiscard]] Result<http::Response> post_resettlement(Context& context,
                                                       const http::Request& request);

}  // namespace caicach::identity
