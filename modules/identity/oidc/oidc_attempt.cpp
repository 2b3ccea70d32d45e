#include "identity/oidc/oidc_attempt.hpp"

#include <charconv>
#include <cstdint>
#include <system_error>

#include "crypto/crypto.hpp"
#include "identity/limits.hpp"

namespace caicach::identity
{

namespace
{

constexpr std::int64_t microseconds_per_second = 1'000'000;

std::string digest(std::string_view text)
{
    const auto bytes = crypto::sha256(text);
    return crypto::base64url({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

}  // namespace

OidcAttempt OidcAttempt::begin(Instant now, std::string_view target)
{
    OidcAttempt attempt;
    const auto seconds = now.microseconds / microseconds_per_second;
    attempt.m_begun_at = {seconds * microseconds_per_second};
    attempt.m_target = target;
    attempt.m_cookie = std::to_string(seconds) + "." + crypto::random_token(limits::secret_bytes) +
                       "." + crypto::base64url(target);
    return attempt;
}

std::optional<OidcAttempt> OidcAttempt::from_cookie(std::string_view value)
{
    if (value.size() > limits::oidc_cookie_length_max) return std::nullopt;
    const auto first = value.find('.');
    const auto second = value.find('.', first + 1);
    if (first == std::string_view::npos || second != first + 1 + limits::token_length)
        return std::nullopt;
    std::int64_t seconds = 0;
    const auto digits = value.substr(0, first);
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
    const auto target = crypto::bytes_from_base64url(value.substr(second + 1));
    const bool is_time = read.ec == std::errc{} && read.ptr == digits.data() + digits.size() &&
                         seconds >= 0 && seconds < limits::oidc_seconds_max;
    if (!is_time || !target) return std::nullopt;
    OidcAttempt attempt;
    attempt.m_cookie = value;
    attempt.m_target = *target;
    attempt.m_begun_at = {seconds * microseconds_per_second};
    return attempt;
}

bool OidcAttempt::is_alive(Instant now) const
{
    return m_begun_at <= now + limits::oidc_clock_tolerance_seconds &&
           now <= m_begun_at + limits::oidc_attempt_seconds;
}

std::string OidcAttempt::code_challenge() const { return digest(code_verifier()); }

std::string OidcAttempt::derived(std::string_view purpose) const
{
    return digest(std::string(purpose) + ":" + m_cookie);
}

}  // namespace caicach::identity
