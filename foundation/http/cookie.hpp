#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/headers.hpp"

namespace caicach::http
{

struct Field;

/// A cookie of ours: always `__Host-`, Secure, HttpOnly, SameSite=Lax, Path=/. Browsers take it
/// over https and on loopback.
struct Cookie {
    std::string name{};   ///< without the prefix: "session"
    std::string value{};  ///< token characters only (letters, digits, "-_.~"); others are refused
    /// Nothing: until the browser is closed. 0: delete it now.
    std::optional<std::int64_t> seconds{};
};

/// "__Host-" + name, the name that comes back in requests.
[[nodiscard]] std::string cookie_name(std::string_view name);
/// `http.cookie.invalid` where name or value hold anything but token characters.
[[nodiscard]] Result<HeaderValue> set_cookie_value(const Cookie& cookie);

inline constexpr std::size_t cookie_count_max = 50;

/// The pairs of a Cookie header; malformed pairs are left out, and all beyond the limit.
[[nodiscard]] std::vector<Field> parse_cookies(std::string_view header);

}  // namespace caicach::http
