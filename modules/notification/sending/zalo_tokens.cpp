#include "notification/sending/zalo_tokens.hpp"

#include <charconv>
#include <optional>
#include <utility>

#include "crypto/crypto.hpp"
#include "json/value.hpp"
#include "net/http_client.hpp"
#include "notification/sending/unsubscribe_links.hpp"
#include "notification/sql.hpp"

namespace caicach::notification
{
namespace
{

constexpr std::string_view about = "zalo";
constexpr std::int64_t margin_seconds = 600;   // renewed before it ends
constexpr std::int64_t renewal_seconds = 60;   // longer than an answer takes
constexpr std::int64_t life_seconds = 90'000;  // "expires_in" of Zalo's documentation

struct Tokens {
    std::string first_hash{};
    std::string access{};
    Instant access_until{};
    std::string refresh{};
};

Result<std::string> opened(const crypto::SealingKey& key, const std::string& sealed)
{
    if (sealed.empty()) return std::string{};
    auto text = key.open(sealed, about);
    if (!text) return failure(Failure::unavailable, "notification.zalo.token");
    return std::move(*text);
}

/// Those that are kept, or the operator's first one.
Result<Tokens> tokens_of(Context& context, database::Transaction& transaction,
                         const crypto::SealingKey& key)
{
    const auto& account = context.services().messaging.zalo;
    const auto hash = crypto::sha256_hex(account.first_refresh_token);
    auto kept = TRY(transaction.maybe_one(
        sql::zalo_token,
        [](const database::Row& row) {
            return Tokens{.first_hash = row.string("first_token_hash"),
                          .access = row.string("access_token"),
                          .access_until = row.instant("access_until"),
                          .refresh = row.string("refresh_token")};
        },
        account.app_id));
    if (kept && kept->first_hash == hash) {
        kept->access = TRY(opened(key, kept->access));
        kept->refresh = TRY(opened(key, kept->refresh));
        return std::move(*kept);
    }
    const auto long_ago = Instant{};
    TRY(transaction.change_one(sql::begin_zalo_token, account.app_id, hash,
                               key.seal(account.first_refresh_token, about), long_ago));
    return Tokens{.first_hash = hash, .refresh = account.first_refresh_token};
}

std::int64_t seconds_in(const json::Value& value)
{
    if (value.is_number()) return value.as_integer(life_seconds);
    const auto text = value.as_string();
    std::int64_t seconds = life_seconds;
    std::from_chars(text.data(), text.data() + text.size(), seconds);
    return seconds;
}

/// POST with the secret in a header, as Zalo's "Lấy access token từ refresh token" has it.
Result<Tokens> renewed(Context& context, const std::string& refresh)
{
    const auto& account = context.services().messaging.zalo;
    const auto client = TRY(net::HttpClient::create({.origins = {account.token_url}}));
    const auto answer =
        TRY(client.send({.url = account.token_url,
                         .form = {{.name = "refresh_token", .value = refresh},
                                  {.name = "app_id", .value = account.app_id},
                                  {.name = "grant_type", .value = "refresh_token"}},
                         .headers = {{.name = "secret_key", .value = account.app_secret}}}));
    const auto value = TRY(json::parse(answer.body));
    Tokens tokens{.access = std::string(value["access_token"].as_string()),
                  .access_until = context.now() + seconds_in(value["expires_in"]),
                  .refresh = std::string(value["refresh_token"].as_string())};
    if (tokens.access.empty() || tokens.refresh.empty())
        return failure(Failure::unavailable, "notification.zalo.token");
    return tokens;
}

}  // namespace

Result<std::string> zalo_access_token(Context& context)
{
    const auto key = TRY(sealing_key(context.services()));
    const auto& app_id = context.services().messaging.zalo.app_id;
    const auto soon = context.now() + margin_seconds;
    std::string refresh;
    {
        auto transaction = TRY(context.begin());
        auto tokens = TRY(tokens_of(context, transaction, key));
        if (tokens.access_until > soon) {
            TRY(transaction.commit());
            return std::move(tokens.access);
        }
        TRY(transaction.change(sql::drop_zalo_access, app_id, context.now()));
        const auto claimed = TRY(transaction.change(
            sql::claim_zalo_renewal, app_id, context.now() + renewal_seconds, context.now()));
        TRY(transaction.commit());
        if (claimed == 0) return failure(Failure::unavailable, "notification.zalo.renewing");
        refresh = std::move(tokens.refresh);
    }
    const auto tokens = TRY(renewed(context, refresh));
    auto transaction = TRY(context.begin());
    TRY(transaction.change_one(sql::keep_zalo_tokens, app_id, key.seal(tokens.access, about),
                               tokens.access_until, key.seal(tokens.refresh, about),
                               context.now()));
    TRY(transaction.commit());
    return tokens.access;
}

Result<void> drop_zalo_access(Context& context)
{
    auto transaction = TRY(context.begin());
    TRY(transaction.change(sql::drop_zalo_access, context.services().messaging.zalo.app_id,
                           context.now()));
    return transaction.commit();
}

}  // namespace caicach::notification
