#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"

/// The codes that an authenticator app shows (RFC 6238): HMAC-SHA-1 of the half minute, six digits.
/// SHA-1, because it is what every app on every telephone computes; as a keyed hash it stands.
namespace caicach::crypto
{

inline constexpr std::size_t code_secret_bytes = 20;  ///< RFC 4226, 4: 160 bits
inline constexpr std::size_t code_digits = 6;
inline constexpr std::int64_t code_seconds = 30;

[[nodiscard]] std::string make_code_secret();
/// How many half minutes since 1970; a code belongs to one of them.
[[nodiscard]] std::int64_t code_step(Instant at);
/// Six digits.
[[nodiscard]] std::string one_time_code(std::string_view secret, std::int64_t step);

/// The half minute whose code this is: that of `now`, or the one before or after it, as clocks
/// differ and people type slowly (RFC 6238, 5.2); none that is not later than `used`. Nothing for a
/// wrong code.
[[nodiscard]] std::optional<std::int64_t> matching_step(std::string_view secret,
                                                        std::string_view code, Instant now,
                                                        std::int64_t used);

/// RFC 4648 without padding, as apps take a secret: letters A-Z and digits 2-7.
[[nodiscard]] std::string base32(std::string_view bytes);

}  // namespace caicach::crypto
