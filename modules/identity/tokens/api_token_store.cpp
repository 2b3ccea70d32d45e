#include "identity/tokens/api_token_store.hpp"

#include <utility>

#include "crypto/crypto.hpp"
#include "database/transaction.hpp"
#include "identity/limits.hpp"
#include "identity/sql.hpp"
#include "text/text.hpp"

namespace caicach::identity
{
namespace
{

std::vector<std::string> words_in(std::string_view text)
{
    std::vector<std::string> words;
    for (const auto word : text::split(text, ' '))
        if (!word.empty()) words.emplace_back(word);
    return words;
}

constexpr std::int64_t minute = 60;

std::optional<Rate> rate_of(const database::Row& row)
{
    const auto requests = row.maybe_integer("requests_per_minute");
    if (!requests) return std::nullopt;
    return Rate{.count = *requests, .seconds = minute};
}

std::optional<std::int64_t> requests_per_minute(const ApiToken& token)
{
    if (!token.rate) return std::nullopt;
    return token.rate->count;
}

ApiToken token_of(const database::Row& row)
{
    auto networks = parse_networks(row.text("networks"));
    VERIFY(networks);
    return {.id = row.id<TokenId>("id"),
            .code = row.string("code"),
            .account = row.id<AccountId>("account_id"),
            .name = row.string("name"),
            .hint = row.string("hint"),
            .scopes = words_in(row.text("scopes")),
            .networks = std::move(*networks),
            .created_at = row.instant("created_at"),
            .expires_on = row.date("expires_on"),
            .last_used_on = row.maybe_date("last_used_on"),
            .is_revoked = !row.is_null("revoked_at"),
            .rate = rate_of(row)};
}

ListedToken listed_of(const database::Row& row)
{
    return {.token = token_of(row),
            .owner = row.string("owner"),
            .owner_code = row.string("owner_code"),
            .agency = row.id<ScopeId>("agency_id")};
}

}  // namespace

Result<void> ApiTokenStore::add(const ApiToken& token, std::string_view text)
{
    return m_transaction.change_one(sql::insert_token, token.id, token.code, token.account,
                                    token.name, crypto::sha256_hex(text), token.hint,
                                    text::join(token.scopes, " "), text_of(token.networks),
                                    token.created_at, token.expires_on, requests_per_minute(token));
}

Result<std::optional<FoundToken>> ApiTokenStore::find(std::string_view text, Date today)
{
    if (!is_token_text(text)) return std::optional<FoundToken>{};
    const auto read = [&](const database::Row& row) {
        return FoundToken{.token = token_of(row),
                          .stamp = {row.integer("grants"), row.string("tree"), today}};
    };
    return m_transaction.maybe_one(sql::token_by_hash, read, crypto::sha256_hex(text));
}

Result<ListedToken> ApiTokenStore::by_code(std::string_view code)
{
    auto found = TRY(m_transaction.maybe_one(sql::token_by_code, listed_of, code));
    if (!found) return failure(Failure::not_found, "identity.token.not_found");
    return std::move(*found);
}

Result<ApiToken> ApiTokenStore::by_id(TokenId id)
{
    auto found = TRY(m_transaction.maybe_one(sql::token_by_id, token_of, id));
    if (!found) return failure(Failure::not_found, "identity.token.not_found");
    return std::move(*found);
}

Result<std::vector<ApiToken>> ApiTokenStore::all_of(AccountId account)
{
    return m_transaction.all(sql::tokens_of_account, token_of, account, limits::tokens_shown_max);
}

Result<std::int64_t> ApiTokenStore::count_alive_of(AccountId account, Date today)
{
    const auto read = [](const database::Row& row) { return row.integer("alive"); };
    return m_transaction.one(sql::count_tokens_of_account, read, account, today);
}

Result<std::vector<ListedToken>> ApiTokenStore::all_alive(Date today)
{
    return m_transaction.all(sql::tokens_alive, listed_of, today, limits::tokens_max);
}

Result<bool> ApiTokenStore::revoke(TokenId id, Instant now)
{
    const auto revoked = TRY(m_transaction.change(sql::revoke_token, id, now));
    return revoked > 0;
}

Result<std::int64_t> ApiTokenStore::revoke_all_of(AccountId account, Instant now)
{
    return m_transaction.change(sql::revoke_tokens_of_account, account, now);
}

Result<void> ApiTokenStore::touch(TokenId id, Date today)
{
    TRY(m_transaction.change(sql::touch_token, id, today));
    return {};
}

}  // namespace caicach::identity
