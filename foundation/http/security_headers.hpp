#pragma once
#include "http/response.hpp"

namespace caicach::http
{

/// The same on every answer, in this one place: no inline script or style, no frames, nothing from
/// elsewhere, no guessing of types.
void add_security_headers(Response& response);

}  // namespace caicach::http
