#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "identity/access_snapshot.hpp"
#include "identity/session.hpp"

namespace caicach::database
{
class Transaction;
}

namespace caicach::identity
{

/// A session just begun, and the only time that its token is known.
struct NewSession {
    std::string token{};
    Session session{};
};

struct FoundSession {
    Session session{};
    AccessStamp stamp{};  ///< of the grants and agencies at that moment
};

/// Rows of identity_session.
class SessionStore
{
public:
    explicit SessionStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// Clears away what has ended by the way, and what is too many of this account.
    [[nodiscard]] Result<NewSession> begin(const Actor& actor, Instant now);
    /// Whatever the row says: alive is for the caller to ask.
    [[nodiscard]] Result<std::optional<FoundSession>> find(std::string_view token, Date today);
    [[nodiscard]] Result<void> touch(std::string_view token_hash, Instant now);
    [[nodiscard]] Result<void> end(std::string_view token);
    [[nodiscard]] Result<void> end_all_of(AccountId account);

private:
    database::Transaction& m_transaction;
};

/// SHA-256 of a token as stored; nothing for what cannot be a token of ours.
[[nodiscard]] std::optional<std::string> token_hash(std::string_view token);

}  // namespace caicach::identity
