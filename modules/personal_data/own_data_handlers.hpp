#pragma once
#include "base/result.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::personal_data
{

/// What a person sees and asks of their own data; every route is for whoever is signed in.
[[nodiscard]] Result<http::Response> show_own_data(Context& context, const http::Request& request);
[[nodiscard]] Result<http::Response> download_own_data(Context& context,
                                                       const http::Request& request);
/// "purpose", the number of the "wording" shown, "given": there, or empty to take it back.
[[nodiscard]] Result<http::Response> post_consent(Context& context, const http::Request& request);
[[nodiscard]] Result<http::Response> post_own_request(Context& context,
                                                      const http::Request& request);

}  // namespace caicach::personal_data
