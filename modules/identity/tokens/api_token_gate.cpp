#include "identity/tokens/api_token_gate.hpp"

#include <utility>

#include "database/database.hpp"
#include "identity/access/identity_authority.hpp"
#include "identity/api.hpp"
#include "identity/tokens/api_token_store.hpp"
#include "text/text.hpp"

namespace caicach::identity
{
namespace
{

TokenUse use_of(const ApiToken& token, std::span<const TokenScope> scopes)
{
    TokenUse use{.id = token.id,
                 .scopes = token.scopes,
                 .is_machine = token.is_machine(),
                 .rate = token.rate};
    for (const auto& scope : scopes) {
        if (!use.has_scope(scope.key)) continue;
        for (const auto permission : scope.permissions)
            if (!permission.empty()) use.permissions.push_back(permission);
    }
    return use;
}

Result<void> note_use(database::Database& database, const ApiToken& token, Date today)
{
    if (token.last_used_on == today) return {};
    auto transaction = TRY(database.write());
    TRY(ApiTokenStore{transaction}.touch(token.id, today));
    return transaction.commit();
}

}  // namespace

Result<Actor> ApiTokenGate::find(database::Database& database, const Presented& presented,
                                 std::span<const TokenScope> scopes, Instant now)
{
    const auto unknown = [] { return failure(Failure::unauthenticated, "identity.token.unknown"); };
    if (!is_token_text(presented.text)) return unknown();
    const auto today = Date::of(now);
    Actor actor;
    ApiToken token;
    {
        auto transaction = TRY(database.read());
        auto found = TRY(ApiTokenStore{transaction}.find(presented.text, today));
        if (!found) return unknown();
        token = std::move(found->token);
        TRY(token.admits(today, presented.address));
        TRY(m_authority.refresh(transaction, found->stamp));
        actor = TRY(actor_of(transaction, token.account, today));
    }
    actor.token = use_of(token, scopes);
    TRY(note_use(database, token, today));
    return actor;
}

std::string_view bearer_in(std::string_view authorization)
{
    constexpr std::string_view scheme = "bearer ";
    if (authorization.size() < scheme.size()) return {};
    if (text::lower(authorization.substr(0, scheme.size())) != scheme) return {};
    return text::trim(authorization.substr(scheme.size()));
}

}  // namespace caicach::identity
