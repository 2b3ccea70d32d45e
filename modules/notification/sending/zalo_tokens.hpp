#pragma once
#include <string>

#include "manifest/context.hpp"

namespace caicach::notification
{

/// The token that Zalo's messages need. It lives some 25 hours and is renewed with a refresh token
/// that works once and brings the next one; both are kept sealed with the house's key. Never inside
/// of a transaction. unavailable "notification.zalo.token" where Zalo gives none, "….renewing"
/// while another process asks.
[[nodiscard]] Result<std::string> zalo_access_token(Context& context);

/// Zalo says that the token is worth nothing: the next one asks for another.
[[nodiscard]] Result<void> drop_zalo_access(Context& context);

}  // namespace caicach::notification
