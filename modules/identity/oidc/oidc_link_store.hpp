#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"
#include "identity/api.hpp"

namespace caicach::identity
{

/// Whom a provider knows under which name: one account, one name at one issuer.
struct OidcLink {
    std::string subject{};
    Instant linked_at{};
};

/// Rows of identity_oidc_link, and of identity_oidc_attempt.
class OidcLinkStore
{
public:
    explicit OidcLinkStore(database::Transaction& transaction) : m_transaction(transaction) {}

    [[nodiscard]] Result<std::optional<Account>> account_of(std::string_view issuer,
                                                            std::string_view subject);
    [[nodiscard]] Result<std::optional<OidcLink>> link_of(AccountId account,
                                                          std::string_view issuer);
    /// conflict "identity.oidc.linked_already" where the subject or the account has a link at this
    /// issuer.
    [[nodiscard]] Result<void> link(AccountId account, std::string_view issuer,
                                    std::string_view subject, Instant now);
    /// Whether there was one.
    [[nodiscard]] Result<bool> unlink(AccountId account, std::string_view issuer);

    /// Notes that an attempt is used; whether it was the first time. Forgets those that have ended
    /// by the way.
    [[nodiscard]] Result<bool> use_up(std::string_view mark, Instant now);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::identity
