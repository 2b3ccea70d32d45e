#include "identity/acting/delegation.hpp"

#include <algorithm>
#include <utility>

#include "database/transaction.hpp"
#include "identity/access/access_change.hpp"
#include "identity/access/identity_authority.hpp"
#include "identity/accounts/account_rows.hpp"
#include "identity/acting/post.hpp"
#include "identity/limits.hpp"
#include "identity/permissions.hpp"
#include "identity/sql.hpp"
#include "json/value.hpp"
#include "manifest/change_detail.hpp"
#include "manifest/context.hpp"
#include "text/text.hpp"

namespace caicach::identity
{

namespace
{

Delegation delegation_of(const database::Row& row)
{
    const auto role = role_from_key(row.text("role"));
    VERIFY(role);
    return {.id = row.id<DelegationId>("id"),
            .delegator = row.id<AccountId>("delegator_id"),
            .delegate = row.id<AccountId>("delegate_id"),
            .role = *role,
            .branch = row.id<organisation::AgencyId>("branch_id"),
            .from = row.date("valid_from"),
            .to = row.date("valid_to"),
            .document = row.string("document"),
            .made_at = row.instant("made_at"),
            .made_by = row.string("made_by"),
            .ended_at = row.maybe_instant("ended_at"),
            .ended_by = row.maybe_text("ended_by").value_or("")};
}

/// Whether the person's own roles reach so far; what was delegated to them does not count.
bool holds_role(const AccessSnapshot& access, AccountId account, Role role,
                organisation::AgencyId branch)
{
    const Permission role_itself{.key = "", .text = "", .roles = {key_of(role)}};
    return access.holds(account, role_itself, organisation::scope_of(branch));
}

json::Value fields_of(const Delegation& delegation)
{
    return json::Value::object()
        .set("delegate", delegation.delegate.value)
        .set("role", key_of(delegation.role))
        .set("branch", delegation.branch.value)
        .set("from", delegation.from.iso())
        .set("to", delegation.to.iso());
}

Result<void> check_terms(const NewDelegation& wanted, Date today)
{
    const auto invalid = [](std::string_view key, std::string_view field) {
        return failure(Failure::invalid, std::string(key), std::string(field));
    };
    if (wanted.delegator == wanted.delegate) return invalid("identity.delegation.self", "delegate");
    if (!is_delegable(wanted.role)) return invalid("identity.delegation.role", "role");
    if (wanted.from < today) return invalid("identity.delegation.past", "from");
    if (wanted.to < wanted.from) return invalid("identity.delegation.backwards", "to");
    const auto days = wanted.to.days_since_1970() - wanted.from.days_since_1970() + 1;
    if (days > limits::delegation_days_max)
        return failure(Failure::invalid, "identity.delegation.too_long", "to",
                       {std::to_string(limits::delegation_days_max)});
    if (text::trim(wanted.document).empty())
        return invalid("identity.delegation.document_missing", "document");
    return {};
}

/// Somebody of one's own house: a post in the delegator's agency, in the branch, or below either.
Result<bool> is_near(database::Transaction& transaction, const NewDelegation& wanted,
                     organisation::AgencyId home, Date today)
{
    const auto posts = TRY(posts_of(transaction, wanted.delegate));
    for (const auto& post : posts) {
        if (!post.validity.holds_on(today)) continue;
        const bool is_at_home = TRY(organisation::is_within(transaction, post.agency, home, today));
        if (is_at_home) return true;
        if (!wanted.branch) continue;
        const bool is_in_branch =
            TRY(organisation::is_within(transaction, post.agency, wanted.branch, today));
        if (is_in_branch) return true;
    }
    return false;
}

/// The delegator within their own house, or an administrator over both.
Result<void> require_may_delegate(const Context& context, database::Transaction& transaction,
                                  const NewDelegation& wanted, const Account& delegator,
                                  const Account& delegate)
{
    if (context.actor().on_behalf_of)
        return failure(Failure::forbidden, "identity.delegation.again");
    const bool administers = require_over(context, transaction, delegator).has_value() &&
                             context.may(manage_accounts, organisation::scope_of(delegate.agency));
    if (administers) return {};
    if (context.actor().account != delegator.id)
        return context.require(manage_accounts, organisation::scope_of(whole_province));
    const bool near = TRY(is_near(transaction, wanted, delegator.agency, context.today()));
    if (!near) return failure(Failure::invalid, "identity.delegation.stranger", "delegate");
    return {};
}

/// The same role on the same branch between the same two, with a day in common.
bool overlaps(const Delegation& one, const NewDelegation& other)
{
    return !one.ended_at && one.delegate == other.delegate && one.role == other.role &&
           one.branch == other.branch && one.from <= other.to && other.from <= one.to;
}

Result<void> end_now(Context& context, database::Transaction& transaction,
                     const Delegation& delegation)
{
    const auto ended = TRY(transaction.change(sql::end_delegation, delegation.id, context.now(),
                                              context.actor().name));
    if (ended == 0) return {};
    TRY(count_access_change(transaction));
    return context.record(transaction, "identity.delegation.ended", "account",
                          delegation.delegator.value, ending_detail(fields_of(delegation)));
}

}  // namespace

DelegationState state_of(const Delegation& delegation, const AccessSnapshot& access, Date today)
{
    if (delegation.ended_at) return DelegationState::ended;
    if (delegation.to < today) return DelegationState::over;
    if (!holds_role(access, delegation.delegator, delegation.role, delegation.branch))
        return DelegationState::suspended;
    return delegation.from > today ? DelegationState::to_come : DelegationState::in_force;
}

Result<DelegationId> add_delegation(Context& context, database::Transaction& transaction,
                                    const NewDelegation& wanted)
{
    const auto today = context.today();
    const auto delegator = TRY(account_by_id(transaction, wanted.delegator));
    const auto delegate = TRY(account_by_id(transaction, wanted.delegate));
    TRY(check_terms(wanted, today));
    TRY(require_may_delegate(context, transaction, wanted, delegator, delegate));
    if (delegator.is_disabled || delegate.is_disabled)
        return failure(Failure::conflict, "identity.delegation.disabled", "delegate");
    const auto access = TRY(read_access(transaction, today));
    if (!holds_role(access, wanted.delegator, wanted.role, wanted.branch))
        return failure(Failure::invalid, "identity.delegation.not_held", "branch");
    const auto before = TRY(delegations_of(transaction, wanted.delegator));
    const bool is_there = std::ranges::any_of(
        before.given, [&](const Delegation& earlier) { return overlaps(earlier, wanted); });
    if (is_there) return failure(Failure::conflict, "identity.delegation.already", "delegate");
    const Delegation made{.id = make_id<DelegationId>(),
                          .delegator = wanted.delegator,
                          .delegate = wanted.delegate,
                          .role = wanted.role,
                          .branch = wanted.branch,
                          .from = wanted.from,
                          .to = wanted.to,
                          .document = text::clean_input(wanted.document)};
    TRY(transaction.change_one(sql::insert_delegation, made.id, made.delegator, made.delegate,
                               key_of(made.role), made.branch, made.from, made.to, made.document,
                               context.now(), context.actor().name));
    TRY(count_access_change(transaction));
    TRY(context.record(transaction, "identity.delegation.made", "account", made.delegator.value,
                       beginning_detail(fields_of(made))));
    return made.id;
}

Result<Delegation> delegation_by_id(database::Transaction& transaction, DelegationId id)
{
    auto found = TRY(transaction.maybe_one(sql::delegation_by_id, delegation_of, id));
    if (!found) return failure(Failure::not_found, "identity.delegation.not_found");
    return std::move(*found);
}

Result<void> end_delegation(Context& context, database::Transaction& transaction, DelegationId id)
{
    const auto found = TRY(delegation_by_id(transaction, id));
    const auto actor = context.actor().account;
    const bool is_theirs = actor == found.delegator || actor == found.delegate;
    if (!is_theirs) {
        const auto delegator = TRY(account_by_id(transaction, found.delegator));
        const auto over = require_over(context, transaction, delegator);
        if (!over) return failure(Failure::not_found, "identity.delegation.not_found");
    }
    if (!found.is_open(context.today())) return {};
    return end_now(context, transaction, found);
}

Result<Delegations> delegations_of(database::Transaction& transaction, AccountId account)
{
    Delegations all;
    all.given = TRY(transaction.all(sql::delegations_given_by, delegation_of, account,
                                    limits::delegations_shown_max));
    all.received = TRY(transaction.all(sql::delegations_received_by, delegation_of, account,
                                       limits::delegations_shown_max));
    return all;
}

Result<void> end_uncovered_delegations(Context& context, database::Transaction& transaction,
                                       AccountId delegator)
{
    const auto all = TRY(delegations_of(transaction, delegator));
    if (all.given.empty()) return {};
    const auto access = TRY(read_access(transaction, context.today()));
    for (const auto& given : all.given) {
        if (!given.is_open(context.today())) continue;
        if (holds_role(access, delegator, given.role, given.branch)) continue;
        TRY(end_now(context, transaction, given));
    }
    return {};
}

Result<void> end_delegations_of(Context& context, database::Transaction& transaction,
                                AccountId account)
{
    const auto all = TRY(delegations_of(transaction, account));
    for (const auto* list : {&all.given, &all.received}) {
        for (const auto& delegation : *list) {
            if (delegation.is_open(context.today())) TRY(end_now(context, transaction, delegation));
        }
    }
    return {};
}

}  // namespace caicach::identity
