#include "obligation/doers.hpp"

#include <algorithm>

namespace caicach::obligation
{

Result<Doers> Doers::create(database::Transaction& transaction)
{
    auto succession = TRY(organisation::succession(transaction));
    return Doers{transaction, std::move(succession)};
}

plan::Role Doers::owing_role(const plan::Item& item)
{
    return item.perform.empty() ? plan::Role::lead : plan::Role::perform;
}

Result<std::vector<organisation::AgencyId>> Doers::on(const plan::Item& item, Date named_on,
                                                      Date day)
{
    return in_role(item, owing_role(item), named_on, day);
}

Result<std::vector<organisation::AgencyId>> Doers::in_role(const plan::Item& item, plan::Role role,
                                                           Date named_on, Date day)
{
    Agencies agencies;
    for (const auto& mention : item.agencies(role)) {
        if (!mention.target) continue;
        if (const auto* group = std::get_if<organisation::GroupId>(&*mention.target)) {
            const auto members = TRY(members_on(*group, day));
            agencies.insert(agencies.end(), members.begin(), members.end());
            continue;
        }
        const auto agency = std::get<organisation::AgencyId>(*mention.target);
        for (const auto& heir : m_succession.heirs(agency, named_on, day))
            agencies.push_back(heir.agency);
    }
    std::ranges::sort(agencies);
    const auto same = std::ranges::unique(agencies);
    agencies.erase(same.begin(), same.end());
    return agencies;
}

Result<std::vector<organisation::AgencyId>> Doers::members_on(organisation::GroupId group, Date day)
{
    const auto found = m_members.find({group, day});
    if (found != m_members.end()) return found->second;
    const auto members = TRY(organisation::members(m_transaction, group, day));
    Agencies agencies;
    agencies.reserve(members.agencies.size());
    for (const auto& agency : members.agencies) agencies.push_back(agency.id);
    m_members.emplace(std::pair{group, day}, agencies);
    return agencies;
}

}  // namespace caicach::obligation
