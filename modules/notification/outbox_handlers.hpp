#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::notification
{

/// GET /thu-gui-di: all messages, or with `loc=can-xem` those that wait for a person.
[[nodiscard]] Result<http::Response> show_outbox(Context& context, const http::Request& request);
/// POST /thu-gui-di: `message` goes once more, or with `all` the latest of those that
/// surely did not go.
[[nodiscard]] Result<http::Response> post_sending_again(Context& context,
                                                        const http::Request& request);

}  // namespace caicach::notification
