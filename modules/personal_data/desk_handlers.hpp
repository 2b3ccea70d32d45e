#pragma once
#include "base/result.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::personal_data
{

/// The inbox: open requests, the most urgent first, or with `muc=da-tra-loi` the answered ones.
[[nodiscard]] Result<http::Response> show_requests(Context& context, const http::Request& request);
/// The open ones for spreadsheets.
[[nodiscard]] Result<http::Response> export_requests(Context& context,
                                                     const http::Request& request);
/// What somebody without an account asked on paper.
[[nodiscard]] Result<http::Response> show_new_request(Context& context,
                                                      const http::Request& request);
[[nodiscard]] Result<http::Response> post_request(Context& context, const http::Request& request);
[[nodiscard]] Result<http::Response> show_request(Context& context, const http::Request& request);
[[nodiscard]] Result<http::Response> post_acknowledgement(Context& context,
                                                          const http::Request& request);
[[nodiscard]] Result<http::Response> post_extension(Context& context, const http::Request& request);
[[nodiscard]] Result<http::Response> post_answer(Context& context, const http::Request& request);

}  // namespace caicach::personal_data
