#include "obligation/reminder/people.hpp"

#include <algorithm>
#include <iterator>

#include "obligation/coordination.hpp"
#include "obligation/doers.hpp"
#include "obligation/sql.hpp"

namespace caicach::obligation
{

using identity::Role;

Result<People::Accounts> People::of(Audience audience, const Obligation& obligation)
{
    if (audience == Audience::officer) return officers(obligation);
    if (audience == Audience::head) return doers_of(Role::agency_head, obligation);
    // A part is owed to who gave it: nobody of the province is told.
    if (obligation.is_part()) return speakers(obligation.giver);
    if (audience == Audience::coordinator) return coordinators(obligation.plan);
    if (audience == Audience::overseer) return overseers(obligation);
    return of_province(Role::agency_head);
}

Result<People::Accounts> People::officers(const Obligation& obligation)
{
    if (obligation.assigned_to) {
        auto account = TRY(identity::account_by_id(m_transaction, obligation.assigned_to));
        auto agencies = TRY(m_heirs.of(obligation));
        if (agencies.empty()) agencies.push_back(obligation.agency);
        for (const auto agency : agencies) {
            const bool is_there = TRY(works_at(account.id, agency));
            if (is_there) return Accounts{std::move(account)};
        }
    }
    for (const auto role : {Role::agency_officer, Role::agency_head}) {
        auto found = TRY(doers_of(role, obligation));
        if (!found.empty()) return found;
    }
    if (obligation.is_part()) return speakers(obligation.giver);
    return coordinators(obligation.plan);
}

Result<People::Accounts> People::doers_of(Role role, const Obligation& obligation)
{
    Accounts found;
    const auto heirs = TRY(m_heirs.of(obligation));
    for (const auto heir : heirs) {
        const auto some = TRY(holders(role, heir));
        for (const auto& one : some)
            if (std::ranges::find(found, one.id, &identity::Account::id) == found.end())
                found.push_back(one);
    }
    return found.empty() ? holders(role, obligation.agency) : Result<Accounts>{std::move(found)};
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

Result<People::Accounts> People::answering(organisation::AgencyId agency, plan::PlanId plan)
{
    const auto coordinator = TRY(coordinating(plan));
    if (agency == coordinator) return coordinators(plan);
    const auto heirs = TRY(m_heirs.of(agency, m_day));
    if (std::ranges::find(heirs, coordinator) != heirs.end()) return coordinators(plan);
    if (heirs.empty()) return speakers(agency);
    Accounts found;
    for (const auto heir : heirs) {
        const auto some = TRY(speakers(heir));
        std::ranges::copy_if(some, std::back_inserter(found), [&](const identity::Account& one) {
            return std::ranges::find(found, one.id, &identity::Account::id) == found.end();
        });
    }
    return found;
}

Result<People::Accounts> People::staff(organisation::AgencyId agency)
{
    auto found = TRY(holders(Role::agency_officer, agency));
    const auto heads = TRY(holders(Role::agency_head, agency));
    for (const auto& head : heads)
        if (std::ranges::find(found, head.id, &identity::Account::id) == found.end())
            found.push_back(head);
    return found;
}

Result<People::Accounts> People::overseers(const Obligation& obligation)
{
    Accounts found;
    const auto agencies = TRY(overseeing(obligation));
    for (const auto agency : agencies) {
        const auto some = TRY(speakers(agency));
        found.insert(found.end(), some.begin(), some.end());
    }
    return found.empty() ? of_province(Role::overseer) : Result<Accounts>{std::move(found)};
}

Result<std::vector<organisation::AgencyId>> People::overseeing(const Obligation& obligation)
{
    const auto known = m_overseeing.find(obligation.item);
    if (known != m_overseeing.end()) return known->second;
    const auto item = TRY(plan::item_by_id(m_transaction, obligation.item));
    std::vector<organisation::AgencyId> agencies;
    if (!item.oversee.empty()) {
        const auto plan = TRY(plan::summary_of(m_transaction, obligation.plan));
        auto doers = TRY(Doers::create(m_transaction));
        agencies = TRY(doers.in_role(item, plan::Role::oversee, plan.issued_on, m_day));
    }
    return m_overseeing.emplace(obligation.item, std::move(agencies)).first->second;
}

Result<People::Accounts> People::speakers(organisation::AgencyId agency)
{
    auto heads = TRY(holders(Role::agency_head, agency));
    if (!heads.empty()) return heads;
    return holders(Role::agency_officer, agency);
}

Result<People::Accounts> People::concerned(const Obligation& obligation)
{
    auto found = TRY(officers(obligation));
    const auto heads = TRY(doers_of(Role::agency_head, obligation));
    for (const auto& head : heads) {
        const bool is_there =
            std::ranges::find(found, head.id, &identity::Account::id) != found.end();
        if (!is_there) found.push_back(head);
    }
    return found;
}

Result<organisation::AgencyId> People::coordinating(plan::PlanId plan)
{
    auto known = m_coordinators.find(plan);
    if (known == m_coordinators.end()) {
        const auto summary = TRY(plan_today(m_transaction, plan, m_day));
        known = m_coordinators.emplace(plan, summary.coordinator).first;
    }
    return known->second;
}

Result<People::Accounts> People::coordinators(plan::PlanId plan)
{
    const auto agency = TRY(coordinating(plan));
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
    auto found = TRY(own_holders(role, branch));
    const auto id_of = [](const database::Row& row) { return row.id<AccountId>("delegate_id"); };
    const auto delegates =
        TRY(m_transaction.all(sql::role_delegates, id_of, identity::key_of(role), branch, m_day));
    for (const auto one : delegates) {
        if (std::ranges::find(found, one, &identity::Account::id) != found.end()) continue;
        auto account = TRY(identity::account_by_id(m_transaction, one));
        found.push_back(std::move(account));
    }
    return m_holders.emplace(key, std::move(found)).first->second;
}

Result<People::Accounts> People::own_holders(Role role, organisation::AgencyId branch)
{
    const std::pair key{role, branch};
    const auto known = m_own_holders.find(key);
    if (known != m_own_holders.end()) return known->second;
    auto found = TRY(identity::role_holders(m_transaction, role, branch));
    return m_own_holders.emplace(key, std::move(found)).first->second;
}

Result<bool> People::may_answer(AccountId account, const Obligation& obligation)
{
    return holds_there(account, obligation, Holding::own);
}

Result<bool> People::stands_for(AccountId account, const Obligation& obligation)
{
    return holds_there(account, obligation, Holding::also_delegated);
}

Result<bool> People::holds_there(AccountId account, const Obligation& obligation, Holding holding)
{
    auto agencies = TRY(m_heirs.of(obligation));
    agencies.push_back(obligation.agency);
    for (const auto agency : agencies) {
        for (const auto role : {Role::agency_officer, Role::agency_head}) {
            const auto found =
                TRY(holding == Holding::own ? own_holders(role, agency) : holders(role, agency));
            const bool is_there = std::ranges::any_of(
                found, [&](const identity::Account& holder) { return holder.id == account; });
            if (is_there) return true;
        }
    }
    return false;
}

}  // namespace caicach::obligation
