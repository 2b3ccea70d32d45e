#include "identity/sign_in/sign_in_link.hpp"

#include <utility>

#include "crypto/crypto.hpp"
#include "database/transaction.hpp"
#include "identity/accounts/account_rows.hpp"
#include "identity/limits.hpp"
#include "identity/sessions/session_store.hpp"
#include "identity/sql.hpp"

namespace caicach::identity
{

Result<void> SignInLink::admits(Instant now) const
{
    if (is_used) return failure(Failure::not_found, "identity.link.used");
    if (now >= expires_at) return failure(Failure::not_found, "identity.link.expired");
    if (account.is_disabled) return failure(Failure::not_found, "identity.link.account_disabled");
    return {};
}

Result<std::string> SignInLinkStore::add(AccountId account, Role role, Instant expires_at)
{
    auto token = crypto::random_token(limits::secret_bytes);
    TRY(m_transaction.change_one(sql::insert_link, crypto::sha256_hex(token), account, key_of(role),
                                 expires_at));
    return token;
}

Result<SignInLink> SignInLinkStore::find(std::string_view token)
{
    const auto hash = token_hash(token);
    if (!hash) return failure(Failure::not_found, "identity.link.unknown");
    const auto read = [](const database::Row& row) {
        const auto role = role_from_key(row.text("role"));
        VERIFY(role);
        SignInLink link;
        link.account = account_of(row);
        link.role = *role;
        link.expires_at = row.instant("expires_at");
        link.is_used = !row.is_null("used_at");
        return link;
    };
    auto link = TRY(m_transaction.maybe_one(sql::link_by_token, read, *hash));
    if (!link) return failure(Failure::not_found, "identity.link.unknown");
    return std::move(*link);
}

Result<void> SignInLinkStore::use_up(std::string_view token, Instant now)
{
    // The WHERE decides between two who press the button at once.
    const auto used = TRY(m_transaction.change(sql::use_link, crypto::sha256_hex(token), now));
    if (used == 0) return failure(Failure::not_found, "identity.link.used");
    return {};
}

Result<void> SignInLinkStore::remove_all()
{
    TRY(m_transaction.change(sql::delete_links));
    return {};
}

}  // namespace caicach::identity
