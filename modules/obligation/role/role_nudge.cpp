#include "obligation/role/role_nudge.hpp"

#include <algorithm>
#include <utility>

#include "obligation/limits.hpp"
#include "obligation/permissions.hpp"
#include "obligation/reminder/nudge.hpp"
#include "obligation/reminder/nudge_form.hpp"
#include "obligation/reminder/reminder_rule.hpp"
#include "obligation/sql.hpp"

namespace caicach::obligation
{

Result<std::vector<ItemRole>> urging_roles(const Context& context,
                                           database::Transaction& transaction, const Work& work)
{
    auto roles = TRY(roles_of(transaction, work.plan, work.lineage));
    std::erase_if(roles, [&](const ItemRole& one) {
        return one.role == plan::Role::support ||
               !context.may(urge_others, organisation::scope_of(one.agency));
    });
    if (roles.empty()) return roles;
    const auto own = organisation::agency_of(context.actor().agency);
    const auto first = std::ranges::find(roles, own, &ItemRole::agency);
    const auto agency = first == roles.end() ? roles.front().agency : own;
    std::erase_if(roles, [&](const ItemRole& one) { return one.agency != agency; });
    return roles;
}

Result<std::vector<Owing>> owed_by_others(database::Transaction& transaction, const Work& work,
                                          organisation::AgencyId besides, Date today)
{
    auto tasks = TRY(transaction.all(sql::owed_of_item, owed_task_from, work.plan, work.lineage,
                                     nudged_until(today), limits::nudged_parts_max));
    std::erase_if(tasks,
                  [&](const OwedTask& owed) { return owed.task.obligation.agency == besides; });
    return owing_of(transaction, std::move(tasks), today);
}

Result<int> nudge_others(Context& context, database::Transaction& transaction,
                         const plan::PlanSummary& plan, const std::vector<ItemRole>& roles,
                         const std::vector<Owing>& others)
{
    if (roles.empty()) return failure(Failure::forbidden, "obligation.nudge.no_role");
    const auto by = roles.front().agency;
    TRY(context.require(urge_others, organisation::scope_of(by)));
    const auto nudger = TRY(organisation::agency_by_id(transaction, by, context.today()));
    std::vector<plan::Role> named;
    for (const auto& one : roles)
        if (std::ranges::find(named, one.role) == named.end()) named.push_back(one.role);
    const NudgeDeed deed{.rule = role_nudge_rule,
                         .template_key = "reminder.nudge_role",
                         .by = by,
                         .by_code = nudger.code,
                         .variables = {{"co_quan", nudger.name},
                                       {"vai_tro", roles_text(named)},
                                       {"ke_hoach", plan.title}},
                         .event = "obligation.followed.nudged",
                         .about = "plan.edition",
                         .about_id = plan.edition.value};
    return nudge_works(context, transaction, deed, others);
}

}  // namespace caicach::obligation
