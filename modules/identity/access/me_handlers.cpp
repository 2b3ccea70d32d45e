#include "identity/access/me_handlers.hpp"

#include <string>
#include <utility>

#include "identity/api.hpp"
#include "identity/tokens/api_token_store.hpp"
#include "json/value.hpp"

namespace caicach::identity
{
namespace
{

using json::Value;

Value words_of(const std::vector<std::string>& words)
{
    auto array = Value::array();
    for (const auto& word : words) array.push(word);
    return array;
}

Result<Value> token_of(database::Transaction& transaction, const Actor& actor)
{
    if (!actor.token) return Value{};
    const auto token = TRY(ApiTokenStore{transaction}.by_id(actor.token->id));
    auto networks = Value::array();
    for (const auto& network : token.networks) networks.push(network.text());
    return Value::object()
        .set("name", token.name)
        .set("hint", token.hint)
        .set("scopes", words_of(token.scopes))
        .set("networks", std::move(networks))
        .set("expires_on", token.expires_on.iso());
}

/// The limit of whoever asks; each of its rates holds.
Value limits_of(const http::RatePolicies& policies, const Actor& actor)
{
    const auto* policy = &policies.person;
    if (actor.token) policy = actor.token->is_machine ? &policies.machine : &policies.token;
    auto own = policy->rates;
    if (actor.token && actor.token->rate) own = {*actor.token->rate};
    auto rates = Value::array();
    for (const auto& [count, seconds] : own)
        rates.push(Value::object().set("requests", count).set("seconds", seconds));
    return rates;
}

Value permissions_of(const Context& context)
{
    auto may = Value::array();
    for (const auto* permission : context.services().permissions) {
        if (!context.may_anywhere(*permission)) continue;
        may.push(Value::object().set("permission", permission->key).set("text", permission->text));
    }
    return may;
}

}  // namespace

Result<http::Response> show_me(Context& context, const http::Request& request)
{
    static_cast<void>(request);
    const auto& actor = context.actor();
    auto transaction = TRY(context.read());
    const auto account = TRY(account_by_id(transaction, actor.account));
    const auto agency = TRY(organisation::agency_by_id(
        transaction, organisation::AgencyId{actor.agency.value}, context.today()));
    auto token = TRY(token_of(transaction, actor));
    const auto user_name = account.user_name.empty() ? Value{} : Value{account.user_name};
    auto me = Value::object()
                  .set("account", Value::object()
                                      .set("code", account.code)
                                      .set("name", account.name)
                                      .set("user_name", user_name))
                  .set("agency", Value::object().set("code", agency.code).set("name", agency.name))
                  .set("token", std::move(token))
                  .set("limits", limits_of(context.services().rates, actor))
                  .set("may", permissions_of(context));
    return http::json(json::dump(me));
}

}  // namespace caicach::identity
