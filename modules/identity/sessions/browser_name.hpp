#pragma once
#include <string>
#include <string_view>

namespace caicach::identity
{

/// "Firefox trên Windows" from a User-Agent header, for people to recognise their own browsers; the
/// header itself, which tells one person from another, is not kept.
[[nodiscard]] std::string browser_name(std::string_view user_agent);

}  // namespace caicach::identity
