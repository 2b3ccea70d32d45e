#pragma once
#include <memory>
#include <string>

#include "notification/sending/carrier.hpp"

namespace caicach::notification
{

/// Forms of a Zalo Official Account (ZNS), which Zalo approved and numbered: only their variables
/// are sent. Asks for a token first: unavailable as zalo_access_token.
[[nodiscard]] Result<std::unique_ptr<Carrier>> make_zalo_carrier(Context& context);

}  // namespace caicach::notification
