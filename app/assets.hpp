#pragma once
#include <optional>

#include "http/request.hpp"
#include "http/response.hpp"

namespace caicach::app
{

/// The style sheets, scripts, fonts and pictures inside the executable, compressed when it was
/// built. Nothing for any other path.
[[nodiscard]] std::optional<http::Response> asset_of(const http::Request& request);

}  // namespace caicach::app
