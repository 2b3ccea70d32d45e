#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"
#include "identity/api.hpp"

namespace caicach::identity
{

/// A one-time way in. We hold only the hash of what stands in the address.
struct SignInLink {
    Account account{};
    Role role{};
    Instant expires_at{};
    bool is_used{};

    /// not_found "identity.link.used", "identity.link.expired", "identity.link.account_disabled".
    [[nodiscard]] Result<void> admits(Instant now) const;
};

/// Rows of identity_sign_in_link.
class SignInLinkStore
{
public:
    explicit SignInLinkStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// The new link's token.
    [[nodiscard]] Result<std::string> add(AccountId account, Role role, Instant expires_at);
    /// not_found "identity.link.unknown".
    [[nodiscard]] Result<SignInLink> find(std::string_view token);
    /// not_found "identity.link.used" when somebody was quicker.
    [[nodiscard]] Result<void> use_up(std::string_view token, Instant now);
    [[nodiscard]] Result<void> remove_all();

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::identity
