#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::obligation
{

[[nodiscard]] Result<http::Response> show_feeds(Context& context, const http::Request& request);
/// Makes one; its address is on this answer alone.
[[nodiscard]] Result<http::Response> post_feed(Context& context, const http::Request& request);
[[nodiscard]] Result<http::Response> post_feed_revocation(Context& context,
                                                          const http::Request& request);
/// For programs, by the secret of the address.
[[nodiscard]] Result<http::Response> download_feed(Context& context, const http::Request& request);

}  // namespace caicach::obligation
