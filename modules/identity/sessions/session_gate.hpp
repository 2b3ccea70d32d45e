#pragma once
#include <optional>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"
#include "identity/second_factor/second_factor_policy.hpp"
#include "identity/sessions/session.hpp"

namespace caicach::database
{
class Database;
class Transaction;
}  // namespace caicach::database

namespace caicach::identity
{

class IdentityAuthority;

/// Tells the dispatcher who is asking. Used once for each request that carries the cookie.
class SessionGate
{
public:
    /// `authority` learns of changed roles and agencies on the way, and must outlive the gate.
    /// `second_factor_roles` as in Services.
    SessionGate(IdentityAuthority& authority, std::string_view second_factor_roles)
        : m_authority(authority), m_policy(second_factor_roles)
    {
    }

    /// The session of the cookie's token; nothing for one that is unknown, ended, expired, whose
    /// account is disabled, or that one factor alone began while the person holds a role that asks
    /// for two: so a role granted meanwhile, or a stricter setting, opens nothing to it. A reading
    /// transaction does.
    [[nodiscard]] Result<std::optional<Session>> find(database::Transaction& transaction,
                                                      std::string_view token, Instant now);

    /// Notes that the person is still there, at most once a minute. In a short transaction of its
    /// own: call it outside of any other.
    [[nodiscard]] Result<void> touch(database::Database& database, const Session& session,
                                     Instant now);

private:
    IdentityAuthority& m_authority;
    SecondFactorPolicy m_policy;
};

}  // namespace caicach::identity
