#pragma once
#include <string>

#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::channel
{

/// The player: a page that shows the default by itself, and everything else by its script.
[[nodiscard]] http::Response player_page(const Context& context);
/// The script that hands out the player's page without a network.
[[nodiscard]] http::Response player_worker();
/// Names the player that the house has now: an older one begins anew.
[[nodiscard]] std::string player_version();

}  // namespace caicach::channel
