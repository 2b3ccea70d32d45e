#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "identity/access/access_snapshot.hpp"
#include "identity/sessions/session.hpp"

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
    ScopeId home{};       ///< the agency of the account
};

/// Where a session was begun; for its owner to recognise.
struct Whence {
    std::string address{};
    std::string browser{};  ///< "Firefox trên Windows"
};

/// One of the sessions of an account, as its owner sees it.
struct OwnSession {
    std::string token_hash{};
    Whence whence{};
    Instant created_at{};
    Instant last_seen_at{};

    [[nodiscard]] std::string handle() const { return session_handle(token_hash); }
};

/// Rows of identity_session.
class SessionStore
{
public:
    explicit SessionStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// Clears away what has ended by the way, and what is too many of this account.
    [[nodiscard]] Result<NewSession> begin(const Actor& actor, Instant now, Assurance assurance,
                                           const Whence& whence = {});
    /// Whatever the row says: alive is for the caller to ask.
    [[nodiscard]] Result<std::optional<FoundSession>> find(std::string_view token, Date today);
    [[nodiscard]] Result<void> touch(std::string_view token_hash, Instant now);
    /// From the next request on the session acts as `actor` does: for that agency, on that behalf.
    [[nodiscard]] Result<void> set_capacity(std::string_view token, const Actor& actor);
    [[nodiscard]] Result<void> end(std::string_view token);
    [[nodiscard]] Result<void> end_all_of(AccountId account);
    /// Those that are alive, the one seen last first.
    [[nodiscard]] Result<std::vector<OwnSession>> all_of(AccountId account, Instant now);
    /// Whether there was one of that handle.
    [[nodiscard]] Result<bool> end_of(AccountId account, std::string_view handle);
    /// All but the one of this token; how many.
    [[nodiscard]] Result<std::int64_t> end_others(AccountId account, std::string_view token);

private:
    database::Transaction& m_transaction;
};

/// SHA-256 of a token as stored; nothing for what cannot be a token of ours.
[[nodiscard]] std::optional<std::string> token_hash(std::string_view token);

}  // namespace caicach::identity
