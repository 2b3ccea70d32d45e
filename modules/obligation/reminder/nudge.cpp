#include "obligation/reminder/nudge.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "calendar/working_time.hpp"
#include "json/value.hpp"
#include "obligation/limits.hpp"
#include "obligation/paths.hpp"
#include "obligation/permissions.hpp"
#include "obligation/reminder/digest.hpp"
#include "obligation/reminder/office_moment.hpp"
#include "obligation/reminder/people.hpp"
#include "obligation/sql.hpp"

namespace caicach::obligation
{
namespace
{

Result<void> check_first_today(database::Transaction& transaction, plan::PlanId plan,
                               organisation::AgencyId agency, Date today)
{
    const auto nudges = TRY(ReminderStore{transaction}.nudges(plan));
    const bool was_today = std::ranges::any_of(
        nudges, [&](const LastNudge& last) { return last.agency == agency && last.day == today; });
    if (was_today) return failure(Failure::conflict, "obligation.nudge.today_already");
    return {};
}

Result<Digests> digests_of(database::Transaction& transaction, const std::vector<Task>& tasks,
                           const std::string& agency, Date today)
{
    Digests digests;
    People people{transaction, today};
    const std::vector channels{notification::Channel::in_app, notification::Channel::email};
    for (const auto& task : tasks) {
        const auto accounts = TRY(people.of(Audience::officer, task.obligation));
        for (const auto& account : accounts) {
            const bool may_answer = TRY(people.may_answer(account.id, task.obligation));
            auto& digest = digests[account.id];
            digest.account = account;
            digest.add({.task = &task,
                        .rule = std::string(nudge_rule),
                        .is_own = may_answer,
                        .agency = agency},
                       channels);
        }
    }
    return digests;
}

}  // namespace

Result<int> nudge(Context& context, database::Transaction& transaction,
                  const plan::PlanSummary& plan, organisation::AgencyId agency)
{
    TRY(context.require(nudge_agencies, organisation::scope_of(plan.coordinator)));
    const auto today = context.today();
    const auto tasks = TRY(transaction.all(sql::overdue_of_agency, task_from, agency, plan.id,
                                           today, limits::nudged_tasks_max));
    if (tasks.empty()) return failure(Failure::conflict, "obligation.nudge.nothing_late");
    TRY(check_first_today(transaction, plan.id, agency, today));
    const auto summary = TRY(organisation::agency_by_id(transaction, agency, today));
    const auto digests = TRY(digests_of(transaction, tasks, summary.name, today));
    if (digests.empty()) return failure(Failure::conflict, "obligation.nudge.nobody");
    const auto time = TRY(organisation::working_time(transaction, agency));
    const Occasion occasion{
        .template_key = "reminder.nudge",
        .key = "nudge/" + std::to_string(plan.id.value) + "/" + std::to_string(agency.value) + "/" +
               today.iso(),
        .path = inbox_path(),
        .sent_by = context.actor().name,
        .variables = {{"nguoi_nhac", context.actor().name}, {"ke_hoach", plan.title}},
        .priority = notification::Priority::single,
        .send_at = office_moment(time, context.now())};
    for (const auto& [account, digest] : digests)
        TRY(send_digest(context, transaction, digest, occasion));
    const auto detail = json::dump(json::Value::object()
                                       .set("agency", summary.code)
                                       .set("tasks", static_cast<std::int64_t>(tasks.size()))
                                       .set("people", static_cast<std::int64_t>(digests.size())));
    TRY(context.record(transaction, "obligation.nudged", "plan.edition", plan.edition.value,
                       detail));
    return static_cast<int>(tasks.size());
}

}  // namespace caicach::obligation
