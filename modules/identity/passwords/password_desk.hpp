#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "crypto/password.hpp"
#include "http/rate_limiter.hpp"
#include "identity/limits.hpp"
#include "identity/sign_in/sign_in_limits.hpp"

namespace caicach::identity
{

/// What handlers that take a password share in one process: the cost of a hash, and the counters of
/// failed attempts and of letters to those who forgot one. Hashes are computed outside of any
/// transaction, on the lane of costly requests.
class PasswordDesk
{
public:
    explicit PasswordDesk(crypto::PasswordHasher hasher = {}) : m_hasher(hasher) {}

    [[nodiscard]] SignInLimits& limits() { return m_limits; }
    /// Whether the owner of that name, if there is one, has room for one letter more.
    [[nodiscard]] bool may_send(const http::RatePolicy& policy, std::string_view user_name,
                                Instant now)
    {
        return m_letters.take(policy, user_name, now).is_admitted;
    }
    [[nodiscard]] Result<std::string> hash(std::string_view password) const;
    /// Takes as long without a hash as with one: who guesses names learns nothing from the clock.
    [[nodiscard]] Result<bool> matches(const std::optional<std::string>& hash,
                                       std::string_view password) const;
    [[nodiscard]] bool needs_rehash(std::string_view hash) const
    {
        return m_hasher.needs_rehash(hash);
    }

private:
    crypto::PasswordHasher m_hasher;
    SignInLimits m_limits;
    http::RateLimiter m_letters{limits::reset_names_max};
};

}  // namespace caicach::identity
