#include "database/transaction.hpp"
#include "identity/access/access_change.hpp"
#include "identity/accounts/account_rows.hpp"
#include "identity/acting/delegation.hpp"
#include "identity/api.hpp"
#include "identity/limits.hpp"
#include "identity/permissions.hpp"
#include "identity/second_factor/second_step.hpp"
#include "identity/sessions/session_store.hpp"
#include "identity/sql.hpp"
#include "identity/tokens/api_token_store.hpp"
#include "json/value.hpp"
#include "manifest/change_detail.hpp"
#include "manifest/context.hpp"

/// Who administers whom: roles on branches given and taken, accounts disabled and reopened.
namespace caicach::identity
{

namespace
{

/// {"role":"editor","branch":7}: both are ours, so nothing needs escaping.
json::Value fields_of(Role role, organisation::AgencyId branch)
{
    return json::Value::object().set("role", key_of(role)).set("branch", branch.value);
}

/// The account, where the actor administers it and the branch.
Result<Account> account_within(const Context& context, database::Transaction& transaction,
                               AccountId id, organisation::AgencyId branch)
{
    TRY(context.require(manage_accounts, organisation::scope_of(branch)));
    auto account = TRY(account_by_id(transaction, id));
    TRY(require_over(context, transaction, account));
    return account;
}

}  // namespace

Result<std::vector<HeldRole>> roles_of(database::Transaction& transaction, AccountId account)
{
    const auto read = [](const database::Row& row) {
        const auto role = role_from_key(row.text("role"));
        VERIFY(role);
        return HeldRole{*role, row.id<organisation::AgencyId>("branch_id")};
    };
    return transaction.all(sql::grants_of_account, read, account, limits::grants_per_account_max);
}

Result<void> require_over(const Context& context, database::Transaction& transaction,
                          const Account& account)
{
    TRY(context.require(manage_accounts, organisation::scope_of(account.agency)));
    const auto held = TRY(roles_of(transaction, account.id));
    for (const auto& [role, branch] : held)
        TRY(context.require(manage_accounts, organisation::scope_of(branch)));
    const auto delegations = TRY(delegations_of(transaction, account.id));
    for (const auto& received : delegations.received) {
        if (received.is_open(context.today()))
            TRY(context.require(manage_accounts, organisation::scope_of(received.branch)));
    }
    return {};
}

Result<void> grant_role(Context& context, database::Transaction& transaction, AccountId account,
                        Role role, organisation::AgencyId branch)
{
    TRY(account_within(context, transaction, account, branch));
    if (branch) TRY(organisation::agency_by_id(transaction, branch, context.today()));
    const auto granted =
        TRY(transaction.change(sql::insert_grant, account, key_of(role), branch, context.now()));
    if (granted == 0) return {};
    TRY(count_access_change(transaction));
    return context.record(transaction, "identity.role.granted", "account", account.value,
                          beginning_detail(fields_of(role, branch)));
}

Result<void> revoke_role(Context& context, database::Transaction& transaction, AccountId account,
                         Role role, organisation::AgencyId branch)
{
    TRY(account_within(context, transaction, account, branch));
    // Somebody must be left who can give it back.
    if (role == Role::administrator && account == context.actor().account)
        return failure(Failure::conflict, "identity.account.own");
    const auto revoked = TRY(transaction.change(sql::delete_grant, account, key_of(role), branch));
    if (revoked == 0) return {};
    TRY(end_uncovered_delegations(context, transaction, account));
    TRY(count_access_change(transaction));
    return context.record(transaction, "identity.role.revoked", "account", account.value,
                          ending_detail(fields_of(role, branch)));
}

Result<void> reopen_account(Context& context, database::Transaction& transaction, AccountId account)
{
    const auto found = TRY(account_by_id(transaction, account));
    TRY(require_over(context, transaction, found));
    const auto reopened = TRY(transaction.change(sql::reopen_account, account));
    if (reopened == 0) return {};
    TRY(transaction.change(sql::delete_password, account));
    TRY(transaction.change(sql::delete_unused_invitations, account));
    TRY(transaction.change(sql::delete_password_resets_of_account, account));
    TRY(ApiTokenStore{transaction}.revoke_all_of(account, context.now()));
    TRY(count_access_change(transaction));
    return context.record(transaction, "identity.account.reopened", "account", account.value);
}

Result<void> disable_account(Context& context, database::Transaction& transaction,
                             AccountId account)
{
    const auto found = TRY(account_by_id(transaction, account));
    TRY(require_over(context, transaction, found));
    if (account == context.actor().account)
        return failure(Failure::conflict, "identity.account.own");
    const auto disabled = TRY(transaction.change(sql::disable_account, account, context.now()));
    if (disabled == 0) return {};
    TRY(SessionStore{transaction}.end_all_of(account));
    TRY(SecondStepStore{transaction}.end_all_of(account));
    TRY(end_delegations_of(context, transaction, account));
    TRY(count_access_change(transaction));
    return context.record(transaction, "identity.account.disabled", "account", account.value);
}

}  // namespace caicach::identity
