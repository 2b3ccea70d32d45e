#pragma once
#include <map>
#include <utility>
#include <vector>

#include "database/transaction.hpp"
#include "organisation/api.hpp"
#include "plan/api.hpp"

namespace caicach::obligation
{

/// Who carries an item out on a day: members of groups as of that day, and for an agency that has
/// ended those who took its work over. Remembers what it asked; lives as long as one generation.
class Doers
{
public:
    [[nodiscard]] static Result<Doers> create(database::Transaction& transaction);

    /// In which role an item is owed: by those who perform, else by those who lead.
    [[nodiscard]] static plan::Role owing_role(const plan::Item& item);

    /// Each once. `named_on` is the day whose names the plan speaks. Open groups ("các đơn vị liên
    /// quan") have no members and bring nobody.
    [[nodiscard]] Result<std::vector<organisation::AgencyId>> on(const plan::Item& item,
                                                                 Date named_on, Date day);
    /// The same of who is named in another role.
    [[nodiscard]] Result<std::vector<organisation::AgencyId>> in_role(const plan::Item& item,
                                                                      plan::Role role,
                                                                      Date named_on, Date day);

    [[nodiscard]] const organisation::Succession& succession() const { return m_succession; }

private:
    using Agencies = std::vector<organisation::AgencyId>;

    Doers(database::Transaction& transaction, organisation::Succession succession)
        : m_transaction(transaction), m_succession(std::move(succession))
    {
    }
    [[nodiscard]] Result<Agencies> members_on(organisation::GroupId group, Date day);

    database::Transaction& m_transaction;
    organisation::Succession m_succession;
    std::map<std::pair<organisation::GroupId, Date>, Agencies> m_members{};
};

}  // namespace caicach::obligation
