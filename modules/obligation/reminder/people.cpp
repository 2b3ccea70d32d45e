#include "obligation/reminder/people.hpp"

#include <algorithm>
#include <iterator>

namespace caicach::obligation
{

using identity::Role;

Result<People::Accounts> People::of(Audience audience, const Obligation& obligation)
{
    switch (audience) {
        case Audience::officer:
            return officers(obligation);
        case Audience::head:
            return holders(Role::agency_head, obligation.agency);
        case Audience::coordinator:
            return coordinators(obligation.plan);
        case Audience::overseer:
            return of_province(Role::overseer);
        case Audience::committee:
            break;
    }
    return of_province(Role::agency_head);
}

Result<People::Accounts> People::officers(const Obligation& obligation)
{
    if (obligation.assigned_to) {
        auto account = TRY(identity::account_by_id(m_transaction, obligation.assigned_to));
        const bool is_there = TRY(works_at(account.id, obligation.agency));
        if (is_there) return Accounts{std::move(account)};
    }
    for (const auto role : {Role::agency_officer, Role::agency_head}) {
        auto found = TRY(holders(role, obligation.agency));
        if (!found.empty()) return found;
    }
    return coordinators(obligation.plan);
}

Result<bool> People::works_at(AccountId account, organisation::AgencyId agency)
{
    auto known = m_colleagues.find(agency);
    if (known == m_colleagues.end()) {
        auto people = TRY(identity::people_at(m_transaction, agency, m_day));
        known = m_colleagues.emplace(agency, std::move(people)).first;
    }
    return std::ranges::any_of(known->second,
                               [&](const auto& person) { return person.id == account; });
}

Result<People::Accounts> People::coordinators(plan::PlanId plan)
{
    auto known = m_coordinators.find(plan);
    if (known == m_coordinators.end()) {
        const auto summary = TRY(plan::summary_of(m_transaction, plan));
        known = m_coordinators.emplace(plan, summary.coordinator).first;
    }
    const auto agency = known->second;
    auto found = TRY(holders(Role::coordinator, agency));
    if (!found.empty()) return found;
    // Whoever coordinates the whole province does so for their own agency's plans.
    const auto all = TRY(of_province(Role::coordinator));
    std::ranges::copy_if(all, std::back_inserter(found), [&](const identity::Account& account) {
        return account.agency == agency;
    });
    return found.empty() ? all : found;
}

Result<People::Accounts> People::of_province(Role role)
{
    auto all = TRY(holders(role, identity::whole_province));
    const auto committees =
        TRY(organisation::agencies_on(m_transaction, m_day, "provincial_committee"));
    for (const auto& committee : committees) {
        const auto more = TRY(holders(role, committee.id));
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

Result<People::Accounts> People::holders(Role role, organisation::AgencyId branch)
{
    const std::pair key{role, branch};
    const auto known = m_holders.find(key);
    if (known != m_holders.end()) return known->second;
    auto found = TRY(identity::role_holders(m_transaction, role, branch));
    return m_holders.emplace(key, std::move(found)).first->second;
}

}  // namespace caicach::obligation
