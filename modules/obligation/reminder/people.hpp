#pragma once
#include <map>
#include <utility>
#include <vector>

#include "identity/api.hpp"
#include "obligation/heirs.hpp"
#include "obligation/obligation.hpp"
#include "obligation/reminder/reminder_rule.hpp"

namespace caicach::obligation
{

/// Who is told what: the people behind an audience, each question asked once. To whom a role is
/// delegated is told, on the days of the delegation, what those who hold it are.
class People
{
public:
    using Accounts = std::vector<identity::Account>;

    People(database::Transaction& transaction, Date day)
        : m_transaction(transaction), m_day(day), m_heirs(transaction, day)
    {
    }

    /// Whether a letter's link answers for somebody: an officer or head of the agency that owes it,
    /// or of one that answers for it now. Who stands in for such a one signs in to act for them.
    [[nodiscard]] Result<bool> may_answer(AccountId account, const Obligation& obligation);
    /// The same, and whoever stands in for such a one today.
    [[nodiscard]] Result<bool> stands_for(AccountId account, const Obligation& obligation);

    /// officer: to whom the obligation is given; else the agency's officers, else its heads, else
    /// who coordinates the plan: somebody is always told, where there is anybody. overseer: the
    /// heads (else officers) of the agencies that the item names for it, else the province's
    /// overseers.
    /// Of a part that was handed on the heads (else officers) of its giver stand for all above.
    [[nodiscard]] Result<Accounts> of(Audience audience, const Obligation& obligation);
    /// Who speaks for an agency that is asked something: of the plan that it coordinates those who
    /// do that, else its heads, else its officers.
    [[nodiscard]] Result<Accounts> answering(organisation::AgencyId agency, plan::PlanId plan);
    /// The heads of an agency, else its officers.
    [[nodiscard]] Result<Accounts> speakers(organisation::AgencyId agency);
    /// Whom something concerns that an agency owes: who does it, and the agency's heads.
    [[nodiscard]] Result<Accounts> concerned(const Obligation& obligation);

    /// Its officers and heads, each once; nobody of another agency stands for them.
    [[nodiscard]] Result<Accounts> staff(organisation::AgencyId agency);

private:
    [[nodiscard]] Result<Accounts> officers(const Obligation& obligation);
    /// Of the agencies that answer for it now, where its own ended; else, or where nobody there
    /// holds the role, of its own.
    [[nodiscard]] Result<Accounts> doers_of(identity::Role role, const Obligation& obligation);
    [[nodiscard]] Result<Accounts> overseers(const Obligation& obligation);
    [[nodiscard]] Result<std::vector<organisation::AgencyId>> overseeing(
        const Obligation& obligation);
    [[nodiscard]] Result<Accounts> coordinators(plan::PlanId plan);
    [[nodiscard]] Result<organisation::AgencyId> coordinating(plan::PlanId plan);
    [[nodiscard]] Result<Accounts> of_province(identity::Role role);
    /// Whether somebody works at the agency, with an account that may sign in.
    [[nodiscard]] Result<bool> works_at(AccountId account, organisation::AgencyId agency);
    [[nodiscard]] Result<Accounts> holders(identity::Role role, organisation::AgencyId branch);
    [[nodiscard]] Result<Accounts> own_holders(identity::Role role, organisation::AgencyId branch);
    enum class Holding { own, also_delegated };
    [[nodiscard]] Result<bool> holds_there(AccountId account, const Obligation& obligation,
                                           Holding holding);

    database::Transaction& m_transaction;
    Date m_day;
    Heirs m_heirs;
    std::map<std::pair<identity::Role, organisation::AgencyId>, Accounts> m_holders{};
    std::map<std::pair<identity::Role, organisation::AgencyId>, Accounts> m_own_holders{};
    std::map<organisation::AgencyId, Accounts> m_colleagues{};
    std::map<plan::PlanId, organisation::AgencyId> m_coordinators{};
    std::map<plan::ItemId, std::vector<organisation::AgencyId>> m_overseeing{};
};

}  // namespace caicach::obligation
