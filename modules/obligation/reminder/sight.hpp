#pragma once
#include <map>
#include <utility>

#include "database/transaction.hpp"
#include "obligation/heirs.hpp"
#include "obligation/obligation.hpp"

namespace caicach::obligation
{

/// What one person may look at, asked of the rows: who reads a letter is not signed in. Each
/// question is asked once.
class Sight
{
public:
    Sight(database::Transaction& transaction, AccountId account, Date today)
        : m_transaction(transaction),
          m_account(account),
          m_today(today),
          m_heirs(transaction, today)
    {
    }

    /// Whether the page of the obligation opens for the person: see may_see in result.hpp.
    [[nodiscard]] Result<bool> sees(const Obligation& obligation);
    [[nodiscard]] Result<bool> watches(plan::PlanId plan);

private:
    [[nodiscard]] Result<bool> sees_work_of(organisation::AgencyId agency);
    [[nodiscard]] Result<bool> has_role(const Obligation& obligation);

    database::Transaction& m_transaction;
    AccountId m_account;
    Date m_today;
    Heirs m_heirs;
    std::map<organisation::AgencyId, bool> m_agencies{};
    std::map<plan::PlanId, bool> m_plans{};
    std::map<std::pair<plan::PlanId, plan::ItemId>, bool> m_items{};
};

}  // namespace caicach::obligation
