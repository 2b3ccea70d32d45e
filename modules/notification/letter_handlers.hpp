#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::notification
{

/// GET /thu-gui-di
[[nodiscard]] Result<http::Response> show_letters(Context& context, const http::Request& request);
/// POST /thu-gui-di: `letter` goes once more.
[[nodiscard]] Result<http::Response> post_sending_again(Context& context,
                                                        const http::Request& request);

}  // namespace caicach::notification
