#include "obligation/role/insight.hpp"

#include <algorithm>

#include "obligation/coordination.hpp"
#include "obligation/heirs.hpp"
#include "obligation/permissions.hpp"
#include "obligation/role/item_role.hpp"

namespace caicach::obligation
{

Result<Insight> insight_into(const Context& context, database::Transaction& transaction,
                             const Obligation& obligation)
{
    if (context.may(see_work, organisation::scope_of(obligation.agency))) return Insight::whole;
    if (obligation.is_part() && context.may(see_work, organisation::scope_of(obligation.giver)))
        return Insight::whole;
    const auto plan = TRY(plan_today(transaction, obligation.plan, context.today()));
    if (context.may(watch_plans, organisation::scope_of(plan.coordinator))) return Insight::whole;
    const bool is_heir = TRY(may_for(context, transaction, see_work, obligation));
    if (is_heir) return Insight::whole;
    // A part is between who gave it and who got it.
    if (obligation.is_part()) return Insight::none;
    const auto roles = TRY(own_roles(context, transaction, obligation.plan, obligation.lineage));
    if (roles.empty()) return Insight::none;
    const bool only_helps = std::ranges::all_of(
        roles, [](const ItemRole& one) { return one.role == plan::Role::support; });
    return only_helps ? Insight::outline : Insight::proof;
}

}  // namespace caicach::obligation
