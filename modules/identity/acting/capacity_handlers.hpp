#pragma once
#include "base/result.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

/// POST /tai-khoan/tu-cach: from now on this session acts as the value of "capacity" says. It is
/// one of those that the page's header offered; forbidden "identity.capacity.unavailable" where it
/// has ended meanwhile or never was.
[[nodiscard]] Result<http::Response> choose_capacity(Context& context,
                                                     const http::Request& request);

}  // namespace caicach::identity
