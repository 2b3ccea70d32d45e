#include "obligation/reminder/reminding.hpp"

#include <algorithm>
#include <utility>

#include "base/log.hpp"
#include "calendar/moment.hpp"
#include "calendar/working_time.hpp"
#include "jobs/jobs.hpp"
#include "obligation/api.hpp"
#include "obligation/board/task_list.hpp"
#include "obligation/generation.hpp"
#include "obligation/limits.hpp"
#include "obligation/obstacle/obstacle_reminding.hpp"
#include "obligation/quota_key.hpp"
#include "obligation/reminder/number_reminding.hpp"
#include "obligation/reminder/office_moment.hpp"
#include "obligation/reminder/people.hpp"
#include "obligation/reminder/proposal_reminding.hpp"
#include "obligation/role/item_role.hpp"
#include "obligation/sql.hpp"

namespace caicach::obligation
{
namespace
{

Result<std::vector<Task>> owed_on(database::Transaction& transaction, Date due, Date today)
{
    std::vector<Task> all;
    for (ObligationId after;;) {
        auto some = TRY(transaction.all(sql::owed_on_day, task_from, due, after, today,
                                        limits::reminded_at_once));
        if (some.empty()) return all;
        after = some.back().obligation.id;
        all.insert(all.end(), std::make_move_iterator(some.begin()),
                   std::make_move_iterator(some.end()));
    }
}

Result<void> add_task(Digests& digests, People& people, AgencyNames& names, const Task& task,
                      const ReminderRule& rule, Date today)
{
    if (task.obligation.is_requested && task.obligation.due_on < today) return {};  // never late
    const auto accounts = TRY(people.of(rule.audience, task.obligation));
    const auto* agency = TRY(names.of(task.obligation.agency));
    for (const auto& account : accounts) {
        const bool may_answer = TRY(people.may_answer(account.id, task.obligation));
        auto& digest = digests[account.id];
        digest.account = account;
        digest.add({.task = &task,
                    .rule = rule.key,
                    .is_own = rule.audience == Audience::officer && may_answer,
                    .agency = agency->name},
                   rule.channels);
    }
    return {};
}

Result<void> enqueue_run(Context& context, database::Transaction& transaction, Instant at)
{
    TRY(jobs::enqueue(transaction, remind_job, "",
                      {.now = context.now(), .run_at = at, .key = to_iso(at)}));
    return {};
}

/// Plans that came into force before roles were kept, or quotas known by their name: a generation
/// changes nothing else of them.
Result<void> catch_up(Context& context, database::Transaction& transaction)
{
    const bool knows = TRY(knows_roles(transaction));
    const bool is_numbered = TRY(has_numbered_quotas(transaction));
    if (knows && !is_numbered) return {};
    const auto key = is_numbered ? "quotas" : "roles";
    TRY(jobs::enqueue(transaction, generate_job, "", {.now = context.now(), .key = key}));
    return {};
}

/// What a run knows before it begins.
struct Plan {
    Date after{};    ///< the last day that was done
    bool is_due{};   ///< offices are open, and today is not done
    Instant next{};  ///< when to look again
    Collected work{};
};

Result<Plan> plan_of(Context& context)
{
    auto transaction = TRY(context.read());
    const auto today = context.today();
    const auto now = context.now();
    const auto time = TRY(organisation::working_time(transaction, {}));
    const auto last = TRY(ReminderStore{transaction}.last_day());
    const auto earliest = today.plus_days(-limits::remind_days_max);
    Plan plan{.after = std::max(last.value_or(today.plus_days(-1)), earliest)};
    plan.is_due = plan.after < today && office_moment(time, now) == now;
    const bool is_over = plan.is_due || plan.after >= today;
    plan.next = office_moment(time, is_over ? instant_at(today.plus_days(1), 0) : now);
    if (plan.is_due) {
        plan.work = TRY(collect_reminders(transaction, plan.after, today));
        TRY(add_missing_numbers(context, transaction, plan.after, today, plan.work.digests));
        TRY(add_waiting_proposals(context, transaction, plan.after, plan.work.digests));
    }
    return plan;
}

Result<void> enqueue_next(Context& context, Instant at)
{
    auto transaction = TRY(context.begin());
    TRY(enqueue_run(context, transaction, at));
    return transaction.commit();
}

Result<void> remind(Context& context, const Digest& digest)
{
    auto transaction = TRY(context.begin());
    TRY(send_digest(context, transaction, digest,
                    {.template_key = "reminder.due", .key = "reminder/" + context.today().iso()}));
    return transaction.commit();
}

/// What will not be otherwise when it is tried again: others are reminded all the same.
bool is_about_one(const Error& error)
{
    return error.kind == Failure::invalid || error.kind == Failure::too_large ||
           error.kind == Failure::not_found || error.kind == Failure::conflict;
}

}  // namespace

Result<Collected> collect_reminders(database::Transaction& transaction, Date after, Date today)
{
    Collected collected;
    const auto rules = TRY(reminder_rules_on(today));
    const auto days = TRY(organisation::working_days(transaction));
    const auto by_due = rules_by_day(rules, days, after, today);
    People people{transaction, today};
    AgencyNames names{transaction, today};
    collected.tasks.reserve(by_due.size());
    for (const auto& [due, rules_of_day] : by_due) {
        auto owed = TRY(owed_on(transaction, due, today));
        const auto& tasks = collected.tasks.emplace_back(std::move(owed));
        for (const auto& task : tasks)
            for (const auto* rule : rules_of_day)
                TRY(add_task(collected.digests, people, names, task, *rule, today));
    }
    return collected;
}

Result<void> run_remind_job(Context& context, jobs::JobContext& job)
{
    const auto plan = TRY(plan_of(context));
    const auto today = context.today();
    // Before anything can fail: whatever becomes of this run, there is a next one.
    TRY(enqueue_next(context, plan.next));
    for (const auto& [account, digest] : plan.work.digests) {
        if (job.is_cancelled()) return {};
        const auto sent = remind(context, digest);
        if (sent) continue;
        if (!is_about_one(sent.error())) return sent;
        log::warning("a reminder could not be put together",
                     {{"account", account.value}, {"key", sent.error().key}});
    }
    if (!plan.is_due) return {};
    auto transaction = TRY(context.begin());
    const auto people = static_cast<std::int64_t>(plan.work.digests.size());
    TRY(remind_of_obstacles(context, transaction, plan.after, today));
    TRY(ReminderStore{transaction}.finish_day(today, people, context.now()));
    return transaction.commit();
}

Result<void> begin_reminding(Context& context)
{
    auto transaction = TRY(context.begin());
    TRY(enqueue_run(context, transaction, context.now()));
    TRY(catch_up(context, transaction));
    if (const auto& wake = context.services().wake_worker) transaction.after_commit(wake);
    return transaction.commit();
}

}  // namespace caicach::obligation
