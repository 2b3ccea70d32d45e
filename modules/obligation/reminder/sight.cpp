#include "obligation/reminder/sight.hpp"

#include "identity/api.hpp"
#include "obligation/coordination.hpp"
#include "obligation/permissions.hpp"
#include "obligation/role/item_role.hpp"

namespace caicach::obligation
{

Result<bool> Sight::sees(const Obligation& obligation)
{
    const bool is_own = TRY(sees_work_of(obligation.agency));
    if (is_own) return true;
    if (obligation.is_part()) {
        const bool is_giver = TRY(sees_work_of(obligation.giver));
        if (is_giver) return true;
    }
    const bool is_watched = TRY(watches(obligation.plan));
    if (is_watched) return true;
    const auto heirs = TRY(m_heirs.of(obligation));
    for (const auto heir : heirs) {
        const bool is_heir = TRY(sees_work_of(heir));
        if (is_heir) return true;
    }
    return obligation.is_part() ? Result<bool>{false} : has_role(obligation);
}

Result<bool> Sight::watches(plan::PlanId plan)
{
    auto known = m_plans.find(plan);
    if (known == m_plans.end()) {
        const auto summary = TRY(plan_today(m_transaction, plan, m_today));
        const bool may =
            TRY(identity::account_may(m_transaction, m_account, watch_plans,
                                      organisation::scope_of(summary.coordinator), m_today));
        known = m_plans.emplace(plan, may).first;
    }
    return known->second;
}

Result<bool> Sight::sees_work_of(organisation::AgencyId agency)
{
    auto known = m_agencies.find(agency);
    if (known == m_agencies.end()) {
        const bool may = TRY(identity::account_may(m_transaction, m_account, see_work,
                                                   organisation::scope_of(agency), m_today));
        known = m_agencies.emplace(agency, may).first;
    }
    return known->second;
}

Result<bool> Sight::has_role(const Obligation& obligation)
{
    const std::pair key{obligation.plan, obligation.lineage};
    const auto known = m_items.find(key);
    if (known != m_items.end()) return known->second;
    const auto roles = TRY(roles_of(m_transaction, obligation.plan, obligation.lineage));
    bool has = false;
    for (const auto& role : roles) {
        has = TRY(sees_work_of(role.agency));
        if (has) break;
    }
    return m_items.emplace(key, has).first->second;
}

}  // namespace caicach::obligation
