#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "crypto/password.hpp"
#include "identity/sign_in/sign_in_limits.hpp"

namespace caicach::identity
{

/// What handlers that take a password share in one process: the cost of a hash, and the counters of
/// failed attempts. Hashes are computed outside of any transaction, on the lane of costly requests.
class PasswordDesk
{
public:
    explicit PasswordDesk(crypto::PasswordHasher hasher = {}) : m_hasher(hasher) {}

    [[nodiscard]] SignInLimits& limits() { return m_limits; }
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
};

}  // namespace caicach::identity
