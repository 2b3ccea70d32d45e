#include <fmt/core.h>

#include <utility>

#include "database/transaction.hpp"
#include "identity/api.hpp"
#include "identity/limits.hpp"
#include "identity/permissions.hpp"
#include "identity/session_store.hpp"
#include "identity/sql.hpp"
#include "manifest/context.hpp"
#include "text/text.hpp"

namespace caicach::identity
{

namespace
{

Result<void> check(const NewAccount& account)
{
    if (text::trim(account.name).empty())
        return failure(Failure::invalid, "identity.account.name_missing", "name");
    if (text::length(account.name) > limits::name_length_max)
        return failure(Failure::invalid, "identity.account.name_too_long", "name",
                       {std::to_string(limits::name_length_max)});
    return {};
}

/// {"role":"editor","branch":7}: both are ours, so nothing needs escaping.
std::string grant_detail(Role role, organisation::AgencyId branch)
{
    return fmt::format(R"({{"role":"{}","branch":{}}})", key_of(role), branch.value);
}

/// What every process compares at the next session look-up.
Result<void> count_access_change(database::Transaction& transaction)
{
    return transaction.change_one(sql::count_access_change);
}

}  // namespace

Result<AccountId> create_account(Context& context, database::Transaction& transaction,
                                 const NewAccount& account)
{
    TRY(context.require(manage_accounts, {}));
    TRY(check(account));
    TRY(organisation::agency_by_id(transaction, account.agency, context.today()));
    const auto id = make_id<AccountId>();
    TRY(transaction.change_one(sql::insert_account, id, text::clean_input(account.name),
                               account.agency, context.now()));
    TRY(context.record(transaction, "identity.account.created", "account", id.value));
    return id;
}

Result<void> grant_role(Context& context, database::Transaction& transaction, AccountId account,
                        Role role, organisation::AgencyId branch)
{
    TRY(context.require(manage_accounts, {}));
    TRY(account_by_id(transaction, account));
    if (branch) TRY(organisation::agency_by_id(transaction, branch, context.today()));
    const auto granted =
        TRY(transaction.change(sql::insert_grant, account, key_of(role), branch, context.now()));
    if (granted == 0) return {};
    TRY(count_access_change(transaction));
    return context.record(transaction, "identity.role.granted", "account", account.value,
                          grant_detail(role, branch));
}

Result<void> revoke_role(Context& context, database::Transaction& transaction, AccountId account,
                         Role role, organisation::AgencyId branch)
{
    TRY(context.require(manage_accounts, {}));
    const auto revoked = TRY(transaction.change(sql::delete_grant, account, key_of(role), branch));
    if (revoked == 0) return {};
    TRY(count_access_change(transaction));
    return context.record(transaction, "identity.role.revoked", "account", account.value,
                          grant_detail(role, branch));
}

Result<void> disable_account(Context& context, database::Transaction& transaction,
                             AccountId account)
{
    TRY(context.require(manage_accounts, {}));
    TRY(account_by_id(transaction, account));
    const auto disabled = TRY(transaction.change(sql::disable_account, account, context.now()));
    if (disabled == 0) return {};
    TRY(SessionStore{transaction}.end_all_of(account));
    TRY(count_access_change(transaction));
    return context.record(transaction, "identity.account.disabled", "account", account.value);
}

Result<Account> account_by_id(database::Transaction& transaction, AccountId id)
{
    const auto read = [](const database::Row& row) {
        return Account{row.id<AccountId>("id"), row.string("name"),
                       row.id<organisation::AgencyId>("agency_id"), !row.is_null("disabled_at")};
    };
    auto account = TRY(transaction.maybe_one(sql::account_by_id, read, id));
    if (!account) return failure(Failure::not_found, "identity.account.not_found");
    return std::move(*account);
}

Result<Actor> actor_of(database::Transaction& transaction, AccountId id, Date today)
{
    auto account = TRY(account_by_id(transaction, id));
    auto agency = TRY(organisation::agency_by_id(transaction, account.agency, today));
    return Actor{.account = account.id,
                 .name = std::move(account.name),
                 .agency = organisation::scope_of(account.agency),
                 .agency_name = std::move(agency.name),
                 .is_system = false,
                 .operating_system_user = {}};
}

Actor system_actor(std::string name, std::string operating_system_user)
{
    return Actor{.account = {},
                 .name = std::move(name),
                 .agency = {},
                 .agency_name = {},
                 .is_system = true,
                 .operating_system_user = std::move(operating_system_user)};
}

}  // namespace caicach::identity
