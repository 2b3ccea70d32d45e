#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::notification
{

/// GET /thong-bao/ngung/{token}: asks. Scanners of mail open every link, so looking does nothing.
[[nodiscard]] Result<http::Response> show_unsubscribing(Context& context,
                                                        const http::Request& request);
/// POST: whoever holds the letter gets no more of its kind, or with `again` does after all. Mail
/// programs post here by themselves at one click (RFC 8058), with nothing but the address.
[[nodiscard]] Result<http::Response> post_unsubscribing(Context& context,
                                                        const http::Request& request);

}  // namespace caicach::notification
