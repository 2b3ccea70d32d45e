#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "manifest/actor.hpp"

namespace caicach::database
{
class Transaction;
}

namespace caicach::identity
{

/// A way in for who has lost the telephone: 24 letters and digits of Crockford's base 32, as six
/// groups of four. 120 random bits: so many that a plain SHA-256 hides them (ASVS 5.0, 6.5.2).
[[nodiscard]] std::string make_recovery_code();

/// As hashed: capitals without hyphens and blanks, O read as 0, I and L as 1. Nothing for what
/// cannot be one.
[[nodiscard]] std::optional<std::string> parse_recovery_code(std::string_view typed);

/// Rows of identity_recovery_code.
class RecoveryCodeStore
{
public:
    explicit RecoveryCodeStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// New codes, known only now; the ones before die.
    [[nodiscard]] Result<std::vector<std::string>> renew(AccountId account);
    /// Whether it was one of the account's, unused until now.
    [[nodiscard]] Result<bool> use(AccountId account, std::string_view typed, Instant now);
    [[nodiscard]] Result<std::int64_t> left(AccountId account);
    [[nodiscard]] Result<void> remove(AccountId account);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::identity
