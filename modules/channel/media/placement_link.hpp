#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace caicach::channel
{

/// What two addresses of one page have in common, however they were copied: without scheme, "www.",
/// the mark of a place on the page, and what networks append to follow readers. Empty for what is
/// no web address.
[[nodiscard]] std::string link_key(std::string_view link);

/// invalid "channel.placement.link" of the field "link".
[[nodiscard]] Result<void> check_link(std::string_view link);

/// "https://…/tin-bai/mot-cua" as people copy it, or the last word alone.
[[nodiscard]] std::string_view slug_in_address(std::string_view address);

}  // namespace caicach::channel
