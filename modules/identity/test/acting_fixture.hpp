#pragma once
#include "accounts_fixture.hpp"
#include "identity/acting/capacity_handlers.hpp"
#include "identity/acting/delegation.hpp"
#include "identity/acting/post.hpp"

/// For tests of acting for several agencies and on behalf of others.
namespace caicach::identity::testing
{

constexpr Permission edit_news{.key = "news.edit", .text = "Sửa tin", .roles = {"editor"}};

inline Date day(int month, int of_month) { return *Date::create(2026, month, of_month); }
inline void move_to(Office& office, int month, int of_month)
{
    const auto days =
        day(month, of_month).days_since_1970() - Date::of(office.clock.now()).days_since_1970();
    office.clock.pass_seconds(std::int64_t{days} * 24 * 3600);
}

inline Context in_place_of(Office& office, AccountId delegate, AccountId delegator)
{
    auto actor = office.person(delegate).actor();
    actor.on_behalf_of = delegator;
    actor.on_behalf_of_name = "người giao";
    return {office.services, std::move(actor), "req-1"};
}

/// Committed where it is done.
template <class Function>
auto changed(Context context, const Function& function)
{
    auto transaction = MUST(context.begin());
    auto done = function(context, transaction);
    if (done) MUST(transaction.commit());
    return done;
}

inline void place(Office& office, AccountId account, const NewPost& post)
{
    MUST(
        changed(office.system_account(), [&](Context& context, database::Transaction& transaction) {
            return add_post(context, transaction, account, post);
        }));
}

inline Result<DelegationId> delegate(Context context, const NewDelegation& wanted)
{
    return changed(std::move(context), [&](Context& acting, database::Transaction& transaction) {
        return add_delegation(acting, transaction, wanted);
    });
}

/// A session that has just begun, and what the gate makes of it.
inline std::string sign_in(Office& office, AccountId account)
{
    auto context = office.person(account);
    auto transaction = MUST(context.begin());
    auto begun =
        MUST(SessionStore{transaction}.begin(context.actor(), context.now(), Assurance::full));
    MUST(transaction.commit());
    return begun.token;
}
inline Session session_of(Office& office, const std::string& token)
{
    auto transaction = MUST(office.services.database->read());
    auto found = MUST(office.gate.find(transaction, token, office.clock.now()));
    REQUIRE(found);
    return std::move(*found);
}
inline Result<http::Response> choose(Office& office, const std::string& token,
                                     const std::string& capacity)
{
    Context context{office.services, session_of(office, token).actor, "req-1"};
    return choose_capacity(
        context, post_of("/tai-khoan/tu-cach", {{"capacity", capacity}, {"return", "/ke-hoach"}},
                         {}, token));
}

}  // namespace caicach::identity::testing
