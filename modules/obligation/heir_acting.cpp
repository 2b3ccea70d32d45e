#include "obligation/heir_acting.hpp"

#include <algorithm>

#include "obligation/heirs.hpp"

namespace caicach::obligation
{

using organisation::AgencyId;

Result<std::optional<AgencyId>> acting_agency(const Context& context,
                                              database::Transaction& transaction,
                                              const Permission& permission,
                                              const Obligation& obligation)
{
    auto agencies = TRY(Heirs(transaction, context.today()).of(obligation));
    if (agencies.empty()) agencies.push_back(obligation.agency);
    std::erase_if(agencies, [&](AgencyId agency) {
        return !context.may(permission, organisation::scope_of(agency));
    });
    if (agencies.empty()) return std::optional<AgencyId>{};
    const auto own = organisation::agency_of(context.actor().agency);
    const auto found = std::ranges::find(agencies, own);
    return std::optional{found == agencies.end() ? agencies.front() : own};
}

}  // namespace caicach::obligation
