#include "identity/access/access_snapshot.hpp"

#include <algorithm>
#include <utility>

#include "identity/limits.hpp"

namespace caicach::identity
{

AccessSnapshot::AccessSnapshot(AccessStamp stamp, const AccessRows& rows)
    : m_stamp(std::move(stamp))
{
    const auto branch_of = [&](ScopeId branch) {
        return std::ranges::find(rows.roots, branch) != rows.roots.end() ? ScopeId{} : branch;
    };
    for (const auto& [agency, parent] : rows.tree) m_parents.emplace(agency.value, parent);
    for (const auto& grant : rows.grants)
        m_grants[grant.account.value].push_back({grant.role, branch_of(grant.branch)});
    for (const auto& [account, agency] : rows.posts) m_posts[account.value].push_back(agency);
    for (const auto& given : rows.delegations) {
        const Held held{given.role, branch_of(given.branch)};
        if (covers(given.delegator, held))
            m_delegated[given.delegate.value].push_back({given.delegator, held});
    }
}

// Grants alone are looked at, never delegations: what was handed on cannot be handed on again.
bool AccessSnapshot::covers(AccountId delegator, const Held& wanted) const
{
    const auto found = m_grants.find(delegator.value);
    if (found == m_grants.end()) return false;
    return std::ranges::any_of(found->second, [&](const Held& held) {
        return held.role == wanted.role && contains(held.branch, wanted.branch);
    });
}

bool AccessSnapshot::holds(AccountId account, const Permission& permission, ScopeId scope) const
{
    const auto found = m_grants.find(account.value);
    if (found == m_grants.end()) return false;
    return std::ranges::any_of(found->second, [&](const Held& held) {
        return permission_names(permission, held.role) && contains(held.branch, scope);
    });
}

bool AccessSnapshot::holds_anywhere(AccountId account, const Permission& permission) const
{
    const auto found = m_grants.find(account.value);
    if (found == m_grants.end()) return false;
    return std::ranges::any_of(
        found->second, [&](const Held& held) { return permission_names(permission, held.role); });
}

bool AccessSnapshot::holds_any(AccountId account, std::span<const Role> any_of) const
{
    const auto is_meant = [&](const Held& held) {
        return std::ranges::find(any_of, held.role) != any_of.end();
    };
    const auto own = m_grants.find(account.value);
    if (own != m_grants.end() && std::ranges::any_of(own->second, is_meant)) return true;
    const auto given = m_delegated.find(account.value);
    return given != m_delegated.end() &&
           std::ranges::any_of(given->second, is_meant, &HeldFor::held);
}

bool AccessSnapshot::holds_for(AccountId delegator, AccountId delegate,
                               const Permission& permission, ScopeId scope) const
{
    const auto found = m_delegated.find(delegate.value);
    if (found == m_delegated.end()) return false;
    return std::ranges::any_of(found->second, [&](const HeldFor& given) {
        return given.delegator == delegator && permission_names(permission, given.held.role) &&
               contains(given.held.branch, scope);
    });
}

bool AccessSnapshot::holds_anywhere_for(AccountId delegator, AccountId delegate,
                                        const Permission& permission) const
{
    const auto found = m_delegated.find(delegate.value);
    if (found == m_delegated.end()) return false;
    return std::ranges::any_of(found->second, [&](const HeldFor& given) {
        return given.delegator == delegator && permission_names(permission, given.held.role);
    });
}

std::vector<ScopeId> AccessSnapshot::agencies_of(AccountId account) const
{
    const auto found = m_posts.find(account.value);
    return found == m_posts.end() ? std::vector<ScopeId>{} : found->second;
}

std::vector<AccountId> AccessSnapshot::delegators_of(AccountId account) const
{
    std::vector<AccountId> all;
    const auto found = m_delegated.find(account.value);
    if (found == m_delegated.end()) return all;
    for (const auto& given : found->second) {
        if (std::ranges::find(all, given.delegator) == all.end()) all.push_back(given.delegator);
    }
    return all;
}

bool AccessSnapshot::contains(ScopeId branch, ScopeId scope) const
{
    if (!branch) return true;
    for (int depth = 0; depth <= limits::tree_depth_max && scope; ++depth) {
        if (scope == branch) return true;
        const auto parent = m_parents.find(scope.value);
        scope = parent == m_parents.end() ? ScopeId{} : parent->second;
    }
    return false;
}

bool permission_names(const Permission& permission, Role role)
{
    return std::ranges::find(permission.roles, key_of(role)) != permission.roles.end();
}

}  // namespace caicach::identity
