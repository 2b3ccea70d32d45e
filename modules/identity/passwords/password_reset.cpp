#include "identity/passwords/password_reset.hpp"

#include <utility>

#include "crypto/crypto.hpp"
#include "database/transaction.hpp"
#include "identity/accounts/account_rows.hpp"
#include "identity/limits.hpp"
#include "identity/sessions/session_store.hpp"
#include "identity/sql.hpp"

namespace caicach::identity
{

Result<void> PasswordReset::admits(Instant now) const
{
    if (now >= expires_at) return failure(Failure::not_found, "identity.reset.expired");
    if (account.is_disabled) return failure(Failure::not_found, "identity.link.account_disabled");
    return {};
}

Result<std::string> PasswordResetStore::add(AccountId account, Instant expires_at, Instant now)
{
    TRY(m_transaction.change(sql::delete_expired_password_resets, now));
    auto token = crypto::random_token(limits::secret_bytes);
    TRY(m_transaction.change_one(sql::insert_password_reset, crypto::sha256_hex(token), account,
                                 expires_at));
    return token;
}

Result<PasswordReset> PasswordResetStore::find(std::string_view token)
{
    const auto hash = token_hash(token);
    if (!hash) return failure(Failure::not_found, "identity.reset.unknown");
    const auto read = [](const database::Row& row) {
        return PasswordReset{.account = account_of(row), .expires_at = row.instant("expires_at")};
    };
    auto reset = TRY(m_transaction.maybe_one(sql::password_reset_by_token, read, *hash));
    if (!reset) return failure(Failure::not_found, "identity.reset.unknown");
    return std::move(*reset);
}

Result<void> PasswordResetStore::use_up(std::string_view token)
{
    // The row decides between two who press the button at once.
    const auto used =
        TRY(m_transaction.change(sql::delete_password_reset, crypto::sha256_hex(token)));
    if (used == 0) return failure(Failure::not_found, "identity.reset.unknown");
    return {};
}

Result<void> PasswordResetStore::forget_all_of(AccountId account)
{
    TRY(m_transaction.change(sql::delete_password_resets_of_account, account));
    return {};
}

std::string forgotten_path() { return "/quen-mat-khau"; }
std::string reset_path(std::string_view token)
{
    return forgotten_path() + "/" + std::string(token);
}

}  // namespace caicach::identity
