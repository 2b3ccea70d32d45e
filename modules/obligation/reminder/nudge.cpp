#include "obligation/reminder/nudge.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "json/value.hpp"
#include "obligation/limits.hpp"
#include "obligation/permissions.hpp"
#include "obligation/reminder/nudging.hpp"
#include "obligation/sql.hpp"

namespace caicach::obligation
{
namespace
{

/// One of the agencies: what it is late with goes into `nudging`.
Result<void> add_agency(Context& context, database::Transaction& transaction,
                        const plan::PlanSummary& plan, organisation::AgencyId agency,
                        const std::vector<LastNudge>& nudges, Nudging& nudging)
{
    const auto today = context.today();
    auto tasks = TRY(transaction.all(sql::overdue_of_agency, task_from, agency, plan.id, today,
                                     limits::nudged_tasks_max));
    if (tasks.empty()) return failure(Failure::conflict, "obligation.nudge.nothing_late");
    const bool was_today = std::ranges::any_of(
        nudges, [&](const LastNudge& last) { return last.agency == agency && last.day == today; });
    if (was_today) return failure(Failure::conflict, "obligation.nudge.today_already");
    const auto summary = TRY(organisation::agency_by_id(transaction, agency, today));
    const auto count = static_cast<std::int64_t>(tasks.size());
    const auto people = TRY(nudging.add(summary, std::move(tasks)));
    if (people == 0) return failure(Failure::conflict, "obligation.nudge.nobody");
    const auto detail = json::dump(json::Value::object()
                                       .set("agency", summary.code)
                                       .set("tasks", count)
                                       .set("people", people));
    return context.record(transaction, "obligation.nudged", "plan.edition", plan.edition.value,
                          detail);
}

}  // namespace

Result<int> nudge(Context& context, database::Transaction& transaction,
                  const plan::PlanSummary& plan,
                  const std::vector<organisation::AgencyId>& agencies)
{
    TRY(context.require(nudge_agencies, organisation::scope_of(plan.coordinator)));
    if (agencies.empty())
        return failure(Failure::invalid, "obligation.nudge.none_chosen", "agency");
    const auto nudges = TRY(ReminderStore{transaction}.nudges(plan.id));
    Nudging nudging{context, transaction, nudge_rule};
    std::optional<Error> first;
    int nudged = 0;
    for (const auto agency : agencies) {
        const auto added = add_agency(context, transaction, plan, agency, nudges, nudging);
        if (added) {
            ++nudged;
            continue;
        }
        if (added.error().kind != Failure::conflict) return tl::unexpected<Error>(added.error());
        if (!first) first = added.error();
    }
    if (nudged == 0) return tl::unexpected<Error>(*first);
    TRY(nudging.send({.template_key = "reminder.nudge",
                      .key = "nudge/" + std::to_string(plan.id.value),
                      .variables = {{"ke_hoach", plan.title}}}));
    return nudged;
}

}  // namespace caicach::obligation
