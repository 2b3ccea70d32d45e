#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "identity/api.hpp"

namespace caicach::identity
{

/// Rows of identity_password.
class PasswordStore
{
public:
    explicit PasswordStore(database::Transaction& transaction) : m_transaction(transaction) {}

    [[nodiscard]] Result<std::optional<std::string>> hash_of(AccountId account);
    [[nodiscard]] Result<void> save(AccountId account, std::string_view hash, Instant now);
    /// conflict "identity.account.user_name_taken", of field "user_name".
    [[nodiscard]] Result<void> choose_user_name(AccountId account, std::string_view user_name);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::identity
