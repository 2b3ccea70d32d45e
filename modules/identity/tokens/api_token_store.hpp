#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "identity/access/access_snapshot.hpp"
#include "identity/tokens/api_token.hpp"

namespace caicach::database
{
class Transaction;
}

namespace caicach::identity
{

struct FoundToken {
    ApiToken token{};
    AccessStamp stamp{};  ///< of the grants and agencies at that moment
};

/// One that a person administers, with whose it is.
struct ListedToken {
    ApiToken token{};
    std::string owner{};
    std::string owner_code{};
    ScopeId agency{};
};

/// Rows of identity_token.
class ApiTokenStore
{
public:
    explicit ApiTokenStore(database::Transaction& transaction) : m_transaction(transaction) {}

    [[nodiscard]] Result<void> add(const ApiToken& token, std::string_view text);
    /// By what the program sent; nothing for what is none of ours, or whose owner is disabled. What
    /// cannot be a token asks nothing.
    [[nodiscard]] Result<std::optional<FoundToken>> find(std::string_view text, Date today);
    /// not_found "identity.token.not_found".
    [[nodiscard]] Result<ListedToken> by_code(std::string_view code);
    /// not_found "identity.token.not_found".
    [[nodiscard]] Result<ApiToken> by_id(TokenId id);
    /// The newest first; those that are over too.
    [[nodiscard]] Result<std::vector<ApiToken>> all_of(AccountId account);
    [[nodiscard]] Result<std::int64_t> count_alive_of(AccountId account, Date today);
    /// Those of all accounts that still work, the newest first.
    [[nodiscard]] Result<std::vector<ListedToken>> all_alive(Date today);
    /// Whether it worked until now.
    [[nodiscard]] Result<bool> revoke(TokenId id, Instant now);
    [[nodiscard]] Result<std::int64_t> revoke_all_of(AccountId account, Instant now);
    [[nodiscard]] Result<void> touch(TokenId id, Date today);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::identity
