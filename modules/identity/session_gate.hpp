#pragma once
#include <optional>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"
#include "identity/session.hpp"

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
    explicit SessionGate(IdentityAuthority& authority) : m_authority(authority) {}

    /// The session of the cookie's token; nothing for one that is unknown, ended, expired or whose
    /// account is disabled. A reading transaction does.
    [[nodiscard]] Result<std::optional<Session>> find(database::Transaction& transaction,
                                                      std::string_view token, Instant now);

    /// Notes that the person is still there, at most once a minute. In a short transaction of its
    /// own: call it outside of any other.
    [[nodiscard]] Result<void> touch(database::Database& database, const Session& session,
                                     Instant now);

private:
    IdentityAuthority& m_authority;
};

}  // namespace caicach::identity
