#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"
#include "identity/api.hpp"

namespace caicach::identity
{

/// A one-time way to a new password that a person asked for by mail. We hold only the hash of what
/// stands in the address. It replaces a password; the second factor is none of its business.
struct PasswordReset {
    Account account{};
    Instant expires_at{};

    /// not_found "identity.reset.expired", "identity.link.account_disabled".
    [[nodiscard]] Result<void> admits(Instant now) const;
};

/// Rows of identity_password_reset.
class PasswordResetStore
{
public:
    explicit PasswordResetStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// The new one's token. Earlier ones stay good until one of them is used: whoever asks in
    /// somebody's name must not spoil the letter that the owner is about to open. Forgets those of
    /// all accounts that have run out by the way.
    [[nodiscard]] Result<std::string> add(AccountId account, Instant expires_at, Instant now);
    /// not_found "identity.reset.unknown": there never was one, or it has been used.
    [[nodiscard]] Result<PasswordReset> find(std::string_view token);
    /// not_found "identity.reset.unknown" when somebody was quicker.
    [[nodiscard]] Result<void> use_up(std::string_view token);
    [[nodiscard]] Result<void> forget_all_of(AccountId account);

private:
    database::Transaction& m_transaction;
};

/// Where a new password is asked for, and where one is chosen.
[[nodiscard]] std::string forgotten_path();
[[nodiscard]] std::string reset_path(std::string_view token);

}  // namespace caicach::identity
