#include "obligation/board/due_soon.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "obligation/acting.hpp"
#include "obligation/board/task_list.hpp"
#include "obligation/limits.hpp"
#include "obligation/permissions.hpp"
#include "obligation/reminder/nudge.hpp"
#include "obligation/reminder/reminder_rule.hpp"
#include "obligation/sql.hpp"

namespace caicach::obligation
{

Result<std::vector<Owing>> due_soon_of(database::Transaction& transaction, const Watched& watched)
{
    auto narrowed = watched;
    narrowed.filter.state.reset();
    narrowed.filter.among = Among::due_soon;
    const auto list = TRY(listed_tasks(transaction, narrowed, {}, limits::due_soon_max));
    std::set<ObligationId> listed;
    for (const auto& one : list.tasks) listed.insert(one.task.obligation.id);
    const auto until = watched.today.plus_days(due_soon_days);
    auto tasks = TRY(transaction.all(sql::due_soon_of_plan, owed_task_from, watched.plan.id,
                                     watched.today, until, limits::due_soon_max));
    std::erase_if(tasks,
                  [&](const OwedTask& owed) { return !listed.contains(owed.task.obligation.id); });
    return owing_of(transaction, std::move(tasks), watched.today);
}

Result<int> nudge_due_soon(Context& context, database::Transaction& transaction,
                           const plan::PlanSummary& plan, const std::vector<Owing>& agencies)
{
    TRY(context.require(nudge_agencies, organisation::scope_of(plan.coordinator)));
    const NudgeDeed deed{.rule = soon_nudge_rule,
                         .template_key = "reminder.nudge_soon",
                         .by = acting_for(context, plan.coordinator),
                         .variables = {{"ke_hoach", plan.title}},
                         .event = "obligation.due_soon.nudged",
                         .about = "plan.edition",
                         .about_id = plan.edition.value};
    return nudge_works(context, transaction, deed, agencies);
}

}  // namespace caicach::obligation
