#include "identity/access_snapshot.hpp"

#include <algorithm>
#include <utility>

#include "identity/limits.hpp"

namespace caicach::identity
{

AccessSnapshot::AccessSnapshot(AccessStamp stamp, const AccessRows& rows)
    : m_stamp(std::move(stamp))
{
    for (const auto& grant : rows.grants) {
        const bool is_everywhere = std::ranges::find(rows.roots, grant.branch) != rows.roots.end();
        m_grants[grant.account.value].push_back(
            {grant.role, is_everywhere ? ScopeId{} : grant.branch});
    }
    for (const auto& [agency, parent] : rows.tree) m_parents.emplace(agency.value, parent);
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
    const auto found = m_grants.find(account.value);
    if (found == m_grants.end()) return false;
    return std::ranges::any_of(found->second, [&](const Held& held) {
        return std::ranges::find(any_of, held.role) != any_of.end();
    });
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
