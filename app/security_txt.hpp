#pragma once
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::app
{

/// Where to report a weakness (RFC 9116): `contact` is "mailto:…" or "https://…", `site` the public
/// address or empty. It says of itself that it is good for ninety days, as it is made anew at each
/// request from the configuration in force.
[[nodiscard]] std::string security_txt(std::string_view contact, std::string_view site,
                                       Instant now);

/// GET /.well-known/security.txt. not_found where nobody said whom to write to.
[[nodiscard]] Result<http::Response> show_security_txt(Context& context,
                                                       const http::Request& request);

}  // namespace caicach::app
