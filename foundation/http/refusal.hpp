#pragma once
#include "http/response.hpp"

namespace caicach::http
{

/// The plain sentence for what never reached a handler, in Vietnamese, with what to do.
[[nodiscard]] Response plain_refusal(int status);

/// The error that stands for such a status; its key is in this library's catalogue.
[[nodiscard]] Error error_of_status(int status);

}  // namespace caicach::http
