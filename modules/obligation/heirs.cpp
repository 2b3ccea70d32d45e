#include "obligation/heirs.hpp"

#include <algorithm>
#include <utility>

#include "obligation/sql.hpp"

namespace caicach::obligation
{

using organisation::AgencyId;

Result<std::vector<AgencyId>> Heirs::of(AgencyId agency, Date day)
{
    if (!m_succession) m_succession = TRY(organisation::succession(m_transaction));
    auto heirs = m_succession->heirs(agency, day, m_today);
    std::ranges::stable_sort(heirs, std::ranges::greater{}, &organisation::Heir::share);
    std::vector<AgencyId> found;
    for (const auto& heir : heirs) {
        if (heir.agency == agency) return std::vector<AgencyId>{};
        found.push_back(heir.agency);
    }
    return found;
}

Result<std::vector<AgencyId>> Heirs::of(const Obligation& obligation)
{
    return of(obligation.agency, obligation.due_on);
}

Result<std::string> Heirs::named(const organisation::AgencySummary& agency)
{
    const auto heirs = TRY(names_of(agency.id, m_today));
    return heirs.empty() ? agency.name : agency.name + " (nay: " + heirs + ")";
}

Result<std::string> Heirs::names_of(AgencyId agency, Date day)
{
    const auto heirs = TRY(of(agency, day));
    std::string names;
    for (const auto heir : heirs) {
        if (!names.empty()) names += ", ";
        names += TRY(name_of(heir));
    }
    return names;
}

Result<std::string_view> Heirs::name_of(AgencyId heir)
{
    auto found = m_names.find(heir);
    if (found == m_names.end()) {
        auto summary = TRY(organisation::agency_by_id(m_transaction, heir, m_today));
        found = m_names.emplace(heir, std::move(summary.name)).first;
    }
    return found->second;
}

Result<bool> may_for(const Context& context, database::Transaction& transaction,
                     const Permission& permission, const Obligation& obligation)
{
    if (context.may(permission, organisation::scope_of(obligation.agency))) return true;
    const auto heirs = TRY(Heirs(transaction, context.today()).of(obligation));
    return std::ranges::any_of(heirs, [&](AgencyId heir) {
        return context.may(permission, organisation::scope_of(heir));
    });
}

Result<void> require_for(const Context& context, database::Transaction& transaction,
                         const Permission& permission, const Obligation& obligation)
{
    const bool may = TRY(may_for(context, transaction, permission, obligation));
    if (may) return {};
    return context.require(permission, organisation::scope_of(obligation.agency));
}

Result<AgencyId> doing_agency(const Context& context, database::Transaction& transaction,
                              const Obligation& obligation)
{
    const auto heirs = TRY(Heirs(transaction, context.today()).of(obligation));
    if (heirs.empty()) return obligation.agency;
    const auto own = organisation::agency_of(context.actor().agency);
    return std::ranges::find(heirs, own) == heirs.end() ? heirs.front() : own;
}

Result<std::vector<AgencyId>> predecessors_of(database::Transaction& transaction, AgencyId agency,
                                              Date today)
{
    const auto id_of = [](const database::Row& row) { return row.id<AgencyId>("from_id"); };
    std::vector<AgencyId> found{agency};
    // Who was merged into one that was merged into this one, too.
    for (std::size_t at = 0; at < found.size(); ++at) {
        const auto before =
            TRY(transaction.all(sql::passed_on_to, id_of, found[at], predecessors_max));
        for (const auto one : before)
            if (std::ranges::find(found, one) == found.end()) found.push_back(one);
        if (found.size() > static_cast<std::size_t>(predecessors_max)) break;
    }
    found.erase(found.begin());
    Heirs heirs{transaction, today};
    std::vector<AgencyId> answered_for;
    for (const auto one : found) {
        const auto of_one = TRY(heirs.of(one, today));
        if (std::ranges::find(of_one, agency) != of_one.end()) answered_for.push_back(one);
    }
    return answered_for;
}

}  // namespace caicach::obligation
