#pragma once
#include "channel/media/logging.hpp"
#include "http/request.hpp"

namespace caicach::channel
{

/// What the form of a placement says. The uploaded proof is kept at once: call it before the
/// transaction is opened, and after asking whether the person may.
[[nodiscard]] Result<TypedPlacement> read_placement(Context& context, const http::Request& request);

}  // namespace caicach::channel
