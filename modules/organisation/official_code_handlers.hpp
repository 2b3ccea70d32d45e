#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::organisation
{

/// From the page of an agency; what is refused comes back with its fault.
[[nodiscard]] Result<http::Response> post_official_code(Context& context,
                                                        const http::Request& request);
[[nodiscard]] Result<http::Response> post_official_code_ending(Context& context,
                                                               const http::Request& request);

}  // namespace caicach::organisation
