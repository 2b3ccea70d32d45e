#include "identity/resettlement/resettlement.hpp"

#include <algorithm>
#include <utility>

#include "database/transaction.hpp"
#include "identity/access/access_change.hpp"
#include "identity/accounts/account_rows.hpp"
#include "identity/acting/post.hpp"
#include "identity/limits.hpp"
#include "identity/permissions.hpp"
#include "identity/sql.hpp"
#include "json/value.hpp"
#include "manifest/change_detail.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

namespace
{

Result<std::optional<Date>> last_day_of(database::Transaction& transaction,
                                        organisation::AgencyId agency, Date today)
{
    const auto read = [](const database::Row& row) { return row.date("valid_to"); };
    return transaction.maybe_one(sql::last_day_of_agency, read, agency, today);
}

/// Nothing where it goes on.
Result<std::optional<EndedAgency>> ended(database::Transaction& transaction,
                                         const organisation::Succession& succession,
                                         organisation::AgencyId id, Date today)
{
    const auto last_day = TRY(last_day_of(transaction, id, today));
    if (!last_day) return std::optional<EndedAgency>{};
    auto summary = TRY(organisation::agency_by_id(transaction, id, *last_day));
    EndedAgency agency{.id = id,
                       .code = std::move(summary.code),
                       .name = std::move(summary.name),
                       .last_day = *last_day};
    for (const auto& [heir, share] : succession.heirs(id, *last_day, today)) {
        if (heir == id) continue;  // dissolved, and nobody took over
        auto found = TRY(organisation::agency_by_id(transaction, heir, today));
        agency.heirs.push_back({std::move(found), share});
    }
    std::ranges::stable_sort(agency.heirs, std::ranges::greater{}, &EndedAgency::Heir::share);
    return std::optional(std::move(agency));
}

Result<LeftBehind> look_at(const Context& context, database::Transaction& transaction,
                           const organisation::Succession& succession, const Account& account)
{
    const auto today = context.today();
    LeftBehind left{.account = account};
    left.home = TRY(ended(transaction, succession, account.agency, today));
    const auto agency = TRY(organisation::agency_by_id(transaction, account.agency, today));
    left.agency = agency.name;
    const auto held = TRY(roles_of(transaction, account.id));
    for (const auto& [role, branch] : held) {
        if (!branch) continue;
        auto gone = TRY(ended(transaction, succession, branch, today));
        if (gone) left.roles.push_back({role, std::move(*gone)});
    }
    return left;
}

Result<std::vector<Account>> accounts_left(const Context& context,
                                           database::Transaction& transaction)
{
    auto accounts = TRY(transaction.all(sql::accounts_left_behind, account_of, context.today(),
                                        limits::accounts_max));
    std::erase_if(accounts, [&](const Account& account) {
        return !context.may(manage_accounts, organisation::scope_of(account.agency));
    });
    return accounts;
}

Result<void> require_existing(const Context& context, database::Transaction& transaction,
                              organisation::AgencyId agency)
{
    const auto read = [](const database::Row& row) { return row.integer("id"); };
    const auto found =
        TRY(transaction.maybe_one(sql::agency_exists_on, read, agency, context.today()));
    if (!found) return failure(Failure::invalid, "identity.resettlement.not_there");
    return {};
}

/// The posts at the old agency end with it; the new one begins the day after.
Result<void> move_home(Context& context, database::Transaction& transaction, const Account& account,
                       organisation::AgencyId home)
{
    const auto last_day = TRY(last_day_of(transaction, account.agency, context.today()));
    if (!last_day) return failure(Failure::conflict, "identity.resettlement.in_place");
    TRY(context.require(manage_accounts, organisation::scope_of(home)));
    TRY(require_existing(context, transaction, home));
    const auto posts = TRY(posts_of(transaction, account.id));
    bool is_placed = false;
    for (const auto& post : posts) {
        is_placed |= post.agency == home && post.validity.holds_on(context.today());
        const bool runs_on = !post.validity.to || *post.validity.to > *last_day;
        if (post.agency != account.agency || !runs_on) continue;
        // Begun after the end by mistake: it becomes a post of one day.
        TRY(transaction.change_one(sql::end_post, post.id,
                                   std::max(*last_day, post.validity.from)));
    }
    if (!is_placed) {
        const NewPost post{.agency = home, .validity = {last_day->plus_days(1), {}}};
        TRY(insert_post(transaction, account.id, post));
    }
    return transaction.change_one(sql::set_home_agency, account.id, home);
}

Result<void> move_role(Context& context, database::Transaction& transaction, AccountId account,
                       const RoleMove& move)
{
    const auto held = TRY(roles_of(transaction, account));
    const bool is_held = std::ranges::any_of(held, [&](const HeldRole& one) {
        return one.role == move.role && one.branch == move.from;
    });
    const auto last_day = TRY(last_day_of(transaction, move.from, context.today()));
    if (!is_held || !last_day) return failure(Failure::conflict, "identity.resettlement.in_place");
    if (move.to) {
        TRY(require_existing(context, transaction, move.to));
        TRY(grant_role(context, transaction, account, move.role, move.to));
    }
    return revoke_role(context, transaction, account, move.role, move.from);
}

}  // namespace

Result<std::vector<LeftBehind>> left_behind(const Context& context,
                                            database::Transaction& transaction)
{
    const auto accounts = TRY(accounts_left(context, transaction));
    const auto succession = TRY(organisation::succession(transaction));
    std::vector<LeftBehind> all;
    for (const auto& account : accounts) {
        auto left = TRY(look_at(context, transaction, succession, account));
        all.push_back(std::move(left));
    }
    return all;
}

Result<std::int64_t> count_left_behind(const Context& context, database::Transaction& transaction)
{
    const auto accounts = TRY(accounts_left(context, transaction));
    return static_cast<std::int64_t>(accounts.size());
}

Result<std::optional<LeftBehind>> left_behind_of(const Context& context,
                                                 database::Transaction& transaction,
                                                 const Account& account)
{
    const auto succession = TRY(organisation::succession(transaction));
    auto left = TRY(look_at(context, transaction, succession, account));
    if (!left.home && left.roles.empty()) return std::optional<LeftBehind>{};
    return std::optional(std::move(left));
}

Result<void> resettle(Context& context, database::Transaction& transaction,
                      const Resettlement& resettlement)
{
    const auto account = TRY(account_by_id(transaction, resettlement.account));
    TRY(require_over(context, transaction, account));
    for (const auto& move : resettlement.moves)
        TRY(move_role(context, transaction, account.id, move));
    if (resettlement.home) TRY(move_home(context, transaction, account, resettlement.home));
    TRY(count_access_change(transaction));
    const auto home = [](organisation::AgencyId agency) {
        return json::Value::object().set("agency", agency.value);
    };
    // The roles that moved along have lines of their own.
    const auto detail = resettlement.home
                            ? change_detail(home(account.agency), home(resettlement.home))
                            : std::string{};
    return context.record(transaction, "identity.account.resettled", "account", account.id.value,
                          detail);
}

}  // namespace caicach::identity
