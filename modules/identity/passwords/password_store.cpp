#include "identity/passwords/password_store.hpp"

#include "database/transaction.hpp"
#include "identity/sql.hpp"

namespace caicach::identity
{

Result<std::optional<std::string>> PasswordStore::hash_of(AccountId account)
{
    return m_transaction.maybe_one(
        sql::password_of_account, [](const database::Row& row) { return row.string("hash"); },
        account);
}

Result<void> PasswordStore::save(AccountId account, std::string_view hash, Instant now)
{
    return m_transaction.change_one(sql::save_password, account, hash, now);
}

Result<void> PasswordStore::choose_user_name(AccountId account, std::string_view user_name)
{
    const auto changed = TRY(m_transaction.change(sql::choose_user_name, account, user_name));
    if (changed == 0)
        return failure(Failure::conflict, "identity.account.user_name_taken", "user_name");
    return {};
}

}  // namespace caicach::identity
