#pragma once
#include "http/response.hpp"

namespace caicach::http
{

/// The same on every answer, in this one place: no inline script or style, no frames, nothing from
/// elsewhere, no guessing of types. What is to be saved (Content-Disposition: attachment) is boxed
/// in even more: a sandbox that runs nothing at all.
void add_security_headers(Response& response);

}  // namespace caicach::http
