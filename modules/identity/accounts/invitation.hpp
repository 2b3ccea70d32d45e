#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"
#include "identity/api.hpp"

namespace caicach::identity
{

/// A one-time way to choose a password. We hold only the hash of what stands in the address.
struct Invitation {
    Account account{};
    Instant expires_at{};
    bool is_used{};

    /// not_found "identity.invitation.used", "….expired", "identity.link.account_disabled".
    [[nodiscard]] Result<void> admits(Instant now) const;
};

/// Rows of identity_invitation.
class InvitationStore
{
public:
    explicit InvitationStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// The new invitation's token; the account's earlier ones die.
    [[nodiscard]] Result<std::string> add(AccountId account, Instant expires_at);
    [[nodiscard]] Result<void> forget_unused_of(AccountId account);
    /// not_found "identity.invitation.unknown".
    [[nodiscard]] Result<Invitation> find(std::string_view token);
    /// not_found "identity.invitation.used" when somebody was quicker.
    [[nodiscard]] Result<void> use_up(std::string_view token, Instant now);

private:
    database::Transaction& m_transaction;
};

[[nodiscard]] std::string invitation_path(std::string_view token);

}  // namespace caicach::identity
