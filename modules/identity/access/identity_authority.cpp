#include "identity/access/identity_authority.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "identity/api.hpp"
#include "identity/limits.hpp"
#include "identity/sql.hpp"

namespace caicach::identity
{

namespace
{

/// Who stands below whom, and nobody's power.
Result<AccessRows> read_tree_rows(database::Transaction& transaction, Date day)
{
    AccessRows rows;
    const auto below = [](const database::Row& row) {
        return Below{row.id<ScopeId>("agency_id"), row.id<ScopeId>("parent_id")};
    };
    const auto root = [](const database::Row& row) { return row.id<ScopeId>("id"); };
    rows.tree = TRY(transaction.all(sql::agency_tree, below, day, limits::tree_rows_max));
    rows.roots = TRY(transaction.all(sql::agency_roots, root, day));
    return rows;
}

Result<AccessRows> read_rows(database::Transaction& transaction, Date day)
{
    auto rows = TRY(read_tree_rows(transaction, day));
    const auto grant = [](const database::Row& row) {
        // The table's CHECK admits these keys only.
        const auto role = role_from_key(row.text("role"));
        VERIFY(role);
        return Grant{row.id<AccountId>("account_id"), *role, row.id<ScopeId>("branch_id")};
    };
    rows.grants = TRY(transaction.all(sql::grants, grant, limits::grants_max));
    const auto placed = [](const database::Row& row) {
        return Placed{row.id<AccountId>("account_id"), row.id<ScopeId>("agency_id")};
    };
    const auto delegated = [](const database::Row& row) {
        const auto role = role_from_key(row.text("role"));
        VERIFY(role);
        return Delegated{row.id<AccountId>("delegator_id"), row.id<AccountId>("delegate_id"), *role,
                         row.id<ScopeId>("branch_id")};
    };
    rows.posts = TRY(transaction.all(sql::posts_on, placed, day, limits::posts_max));
    rows.delegations =
        TRY(transaction.all(sql::delegations_on, delegated, day, limits::delegations_max));
    return rows;
}

}  // namespace

bool IdentityAuthority::may(const Actor& actor, const Permission& permission, ScopeId scope) const
{
    if (actor.token && !actor.token->carries(permission.key)) return false;
    if (actor.is_system) return true;
    if (actor.on_behalf_of)
        return snapshot()->holds_for(actor.on_behalf_of, actor.account, permission, scope);
    return snapshot()->holds(actor.account, permission, scope);
}

bool IdentityAuthority::may_anywhere(const Actor& actor, const Permission& permission) const
{
    if (actor.token && !actor.token->carries(permission.key)) return false;
    if (actor.is_system) return true;
    if (actor.on_behalf_of)
        return snapshot()->holds_anywhere_for(actor.on_behalf_of, actor.account, permission);
    return snapshot()->holds_anywhere(actor.account, permission);
}

bool IdentityAuthority::holds_any(AccountId account, std::span<const Role> any_of) const
{
    return snapshot()->holds_any(account, any_of);
}

Result<void> IdentityAuthority::refresh(database::Transaction& transaction, Date today)
{
    const auto stamp = TRY(transaction.one(sql::access_stamp, [&](const database::Row& row) {
        return AccessStamp{row.integer("grants"), row.string("tree"), today};
    }));
    return refresh(transaction, stamp);
}

Result<void> IdentityAuthority::refresh(database::Transaction& transaction,
                                        const AccessStamp& stamp)
{
    if (snapshot()->stamp() == stamp) return {};
    const auto rows = TRY(read_rows(transaction, stamp.day));
    auto fresh = std::make_shared<const AccessSnapshot>(stamp, rows);
    const std::lock_guard lock(m_mutex);
    // Another thread may have read a later state meanwhile: grants only ever count up.
    if (m_snapshot->stamp().grants <= stamp.grants) m_snapshot = std::move(fresh);
    return {};
}

Result<AccessSnapshot> read_access(database::Transaction& transaction, Date today)
{
    const auto rows = TRY(read_rows(transaction, today));
    return AccessSnapshot({.day = today}, rows);
}

Result<AccessSnapshot> read_tree(database::Transaction& transaction, Date day)
{
    const auto rows = TRY(read_tree_rows(transaction, day));
    return AccessSnapshot({.day = day}, rows);
}

Result<bool> account_may(database::Transaction& transaction, AccountId account,
                         const Permission& permission, ScopeId scope, Date today)
{
    const auto role = [](const database::Row& row) { return role_from_key(row.text("role")); };
    const auto held = TRY(transaction.all(sql::roles_over, role, account, scope, today));
    return std::ranges::any_of(held, [&](const std::optional<Role>& one) {
        return one && permission_names(permission, *one);
    });
}

std::shared_ptr<const AccessSnapshot> IdentityAuthority::snapshot() const
{
    const std::lock_guard lock(m_mutex);
    return m_snapshot;
}

}  // namespace caicach::identity
