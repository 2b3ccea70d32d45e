#include "identity/tokens/api_token_handlers.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "crypto/public_code.hpp"
#include "database/transaction.hpp"
#include "http/form.hpp"
#include "identity/accounts/account_rows.hpp"
#include "identity/api.hpp"
#include "identity/limits.hpp"
#include "identity/passwords/password_desk.hpp"
#include "identity/passwords/password_store.hpp"
#include "identity/permissions.hpp"
#include "identity/sign_in/sign_in_views.hpp"
#include "identity/tokens/api_token_store.hpp"
#include "identity/tokens/api_token_views.hpp"
#include "identity/wait_error.hpp"
#include "web/components/frame.hpp"

namespace caicach::identity
{
namespace
{

/// The page with what was typed, and what is wrong with it.
Result<http::Response> own_tokens(Context& context, const NewToken& typed,
                                  std::optional<Error> error)
{
    auto transaction = TRY(context.read());
    const auto id = context.actor().account;
    OwnTokensPage page{.typed = typed, .error = std::move(error)};
    page.tokens = TRY(ApiTokenStore{transaction}.all_of(id));
    const auto hash = TRY(PasswordStore{transaction}.hash_of(id));
    page.asks_password = hash.has_value();
    return own_tokens_page(context, page);
}

NewToken typed_in(const http::Request& request)
{
    NewToken typed{.name = std::string(request.raw("name")),
                   .networks = std::string(request.raw("networks")),
                   .requests = std::string(request.raw("requests"))};
    for (const auto& [name, value] : request.fields())
        if (name == "scope") typed.scopes.push_back(value);
    const auto days = request.raw("days");
    static_cast<void>(std::from_chars(days.data(), days.data() + days.size(), typed.days));
    return typed;
}

bool is_known(const Context& context, const std::string& scope)
{
    return std::ranges::any_of(context.services().token_scopes,
                               [&](const TokenScope& known) { return known.key == scope; });
}

/// A rate of its own, so many a minute, within what the operator allows. Only of a token that is
/// bound to addresses: another could be in anybody's hands.
Result<std::optional<Rate>> rate_in(const Context& context, const http::Request& request,
                                    const ApiToken& token)
{
    const auto highest = most_requests_a_minute(context.services().rates);
    const auto count = TRY(request.maybe_integer("requests", {.lowest = 1, .highest = highest}));
    if (!count) return std::optional<Rate>{};
    if (!token.is_machine())
        return failure(Failure::invalid, "identity.token.rate_without_networks", "networks");
    return std::optional(Rate{.count = *count, .seconds = 60});
}

/// What the form asks for, of this person, not stored yet.
Result<ApiToken> token_in(const Context& context, const http::Request& request)
{
    ApiToken token{.id = make_id<TokenId>(),
                   .code = crypto::make_public_code(),
                   .account = context.actor().account,
                   .created_at = context.now()};
    token.name = TRY(request.text("name", limits::token_name_length_max));
    token.scopes = TRY(request.texts("scope"));
    if (token.scopes.empty()) return failure(Failure::invalid, "identity.token.no_scope", "scope");
    for (const auto& scope : token.scopes)
        if (!is_known(context, scope))
            return failure(Failure::invalid, "identity.token.no_scope", "scope");
    const auto days =
        TRY(request.integer("days", {.lowest = 1, .highest = limits::token_days_max}));
    token.expires_on = context.today().plus_days(static_cast<int>(days));
    const auto typed = TRY(request.paragraphs("networks", limits::token_networks_length_max));
    auto networks = parse_networks(typed);
    if (!networks || networks->size() > limits::token_networks_max)
        return failure(Failure::invalid, "identity.token.networks_malformed", "networks",
                       {std::to_string(limits::token_networks_max)});
    token.networks = std::move(*networks);
    token.rate = TRY(rate_in(context, request, token));
    return token;
}

/// Where the account has a password: whether it was typed right, or how long to wait.
Result<std::optional<std::int64_t>> confirm_password(PasswordDesk& desk, Context& context,
                                                     const http::Request& request)
{
    const auto id = context.actor().account;
    std::optional<std::string> hash;
    {
        auto transaction = TRY(context.read());
        hash = TRY(PasswordStore{transaction}.hash_of(id));
    }
    if (!hash) return std::optional<std::int64_t>{};
    const auto counted = "ma-truy-cap " + std::to_string(id.value);
    if (const auto wait = desk.limits().begin(context.services().rates, request.remote_address(),
                                              counted, context.now()))
        return wait;
    const bool matches = TRY(desk.matches(hash, request.raw("password")));
    if (!matches) return failure(Failure::invalid, "identity.password.wrong", "password");
    desk.limits().succeeded(request.remote_address(), counted);
    return std::optional<std::int64_t>{};
}

Result<void> store(Context& context, const ApiToken& token, std::string_view text)
{
    auto transaction = TRY(context.begin());
    auto tokens = ApiTokenStore{transaction};
    const auto alive = TRY(tokens.count_alive_of(token.account, context.today()));
    if (alive >= limits::tokens_per_account_max)
        return failure(Failure::conflict, "identity.token.too_many", "name",
                       {std::to_string(limits::tokens_per_account_max)});
    TRY(tokens.add(token, text));
    TRY(context.record(transaction, "identity.token.created", "token", token.id.value));
    return transaction.commit();
}

Result<void> revoke(Context& context, database::Transaction& transaction, TokenId id)
{
    const bool worked = TRY(ApiTokenStore{transaction}.revoke(id, context.now()));
    if (!worked) return {};
    return context.record(transaction, "identity.token.revoked", "token", id.value);
}

}  // namespace

std::string own_tokens_path() { return "/tai-khoan/cua-toi/ma-truy-cap"; }
std::string tokens_path() { return "/tai-khoan/ma-truy-cap"; }

Result<http::Response> show_own_tokens(Context& context, const http::Request& request)
{
    static_cast<void>(request);
    return own_tokens(context, {.days = limits::token_days_default}, {});
}

Result<http::Response> post_token(PasswordDesk& desk, Context& context,
                                  const http::Request& request)
{
    const auto typed = typed_in(request);
    auto token = token_in(context, request);
    if (!token) return own_tokens(context, typed, token.error());
    const auto wait = confirm_password(desk, context, request);
    if (!wait && wait.error().field.empty()) return tl::unexpected<Error>(wait.error());
    if (!wait) return own_tokens(context, typed, wait.error());
    if (const auto seconds = *wait) {
        auto page = TRY(own_tokens(context, typed, wait_error("password", *seconds)));
        return delayed(std::move(page), *seconds);
    }
    const auto text = make_token_text();
    token->hint = token_hint(text);
    const auto stored = store(context, *token, text);
    if (!stored && stored.error().field.empty()) return tl::unexpected<Error>(stored.error());
    if (!stored) return own_tokens(context, typed, stored.error());
    return new_token_page(context, *token, text);
}

Result<http::Response> post_own_revocation(Context& context, const http::Request& request)
{
    const auto code = TRY(request.text("token"));
    auto transaction = TRY(context.begin());
    const auto listed = TRY(ApiTokenStore{transaction}.by_code(code));
    if (listed.token.account != context.actor().account)
        return failure(Failure::not_found, "identity.token.not_found");
    TRY(revoke(context, transaction, listed.token.id));
    TRY(transaction.commit());
    return web::redirect_with(own_tokens_path(), "identity.token.revoked_now");
}

Result<http::Response> show_tokens(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    auto tokens = TRY(ApiTokenStore{transaction}.all_alive(context.today()));
    std::erase_if(tokens, [&](const ListedToken& listed) {
        return !context.may(manage_accounts, listed.agency);
    });
    const auto asked = TRY(request.maybe_integer("tu", {.lowest = 0}));
    const auto first = std::min(static_cast<std::size_t>(asked.value_or(0)), tokens.size());
    const auto last = std::min(first + limits::accounts_per_page, tokens.size());
    for (auto at = first; at < last; ++at)
        context.note_reading("account", tokens[at].token.account.value);
    return tokens_page(context, {.tokens = std::move(tokens), .first = first});
}

Result<http::Response> post_token_revocation(Context& context, const http::Request& request)
{
    const auto code = TRY(request.text("token"));
    auto transaction = TRY(context.begin());
    const auto listed = TRY(ApiTokenStore{transaction}.by_code(code));
    if (!context.may(manage_accounts, listed.agency))
        return failure(Failure::not_found, "identity.token.not_found");
    const auto owner = TRY(account_by_id(transaction, listed.token.account));
    TRY(require_over(context, transaction, owner));
    TRY(revoke(context, transaction, listed.token.id));
    TRY(transaction.commit());
    return web::redirect_with(tokens_path(), "identity.token.revoked_now");
}

}  // namespace caicach::identity
