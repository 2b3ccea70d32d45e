#include "identity/oidc/oidc_link_store.hpp"

#include "database/transaction.hpp"
#include "identity/accounts/account_rows.hpp"
#include "identity/limits.hpp"
#include "identity/sql.hpp"

namespace caicach::identity
{

Result<std::optional<Account>> OidcLinkStore::account_of(std::string_view issuer,
                                                         std::string_view subject)
{
    return m_transaction.maybe_one(sql::account_by_oidc_subject, identity::account_of, issuer,
                                   subject);
}

Result<std::optional<OidcLink>> OidcLinkStore::link_of(AccountId account, std::string_view issuer)
{
    const auto read = [](const database::Row& row) {
        return OidcLink{row.string("subject"), row.instant("linked_at")};
    };
    return m_transaction.maybe_one(sql::oidc_link_of_account, read, account, issuer);
}

Result<void> OidcLinkStore::link(AccountId account, std::string_view issuer,
                                 std::string_view subject, Instant now)
{
    const auto inserted =
        TRY(m_transaction.change(sql::insert_oidc_link, issuer, subject, account, now));
    if (inserted == 0) return failure(Failure::conflict, "identity.oidc.linked_already", "subject");
    return {};
}

Result<bool> OidcLinkStore::unlink(AccountId account, std::string_view issuer)
{
    const auto deleted = TRY(m_transaction.change(sql::delete_oidc_link, account, issuer));
    return deleted > 0;
}

Result<bool> OidcLinkStore::use_up(std::string_view mark, Instant now)
{
    const auto ended = now + -(limits::oidc_attempt_seconds + limits::oidc_clock_tolerance_seconds);
    TRY(m_transaction.change(sql::delete_ended_oidc_attempts, ended));
    const auto inserted = TRY(m_transaction.change(sql::insert_oidc_attempt, mark, now));
    return inserted > 0;
}

}  // namespace caicach::identity
