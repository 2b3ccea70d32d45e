#include "report/flow/remind_job.hpp"

#include <utility>
#include <vector>

#include "base/log.hpp"
#include "calendar/moment.hpp"
#include "evidence/api.hpp"
#include "report/flow/news.hpp"
#include "report/flow/reminder_rule.hpp"
#include "report/form/form_cache.hpp"
#include "report/limits.hpp"
#include "report/paths.hpp"
#include "report/report_store.hpp"
#include "report/sql.hpp"
#include "text/text.hpp"

namespace caicach::report
{
namespace
{

constexpr int minutes_after_midnight = 7 * 60 + 30;

Result<void> enqueue_run(Context& context, database::Transaction& transaction, Instant at)
{
    TRY(jobs::enqueue(transaction, remind_job, "",
                      {.now = context.now(), .run_at = at, .key = to_iso(at)}));
    return {};
}

Result<void> enqueue_tomorrow(Context& context)
{
    auto transaction = TRY(context.begin());
    const auto at = instant_at(context.today().plus_days(1), minutes_after_midnight);
    TRY(enqueue_run(context, transaction, at));
    return transaction.commit();
}

struct ToRemind {
    ReportId report{};
    ReminderRule rule{};
};

/// Owed reports of whose due day a rule speaks today, that were not told of it by that rule.
Result<std::vector<ToRemind>> to_remind(Context& context)
{
    auto transaction = TRY(context.read());
    const auto today = context.today();
    const auto days = TRY(organisation::working_days(transaction));
    std::vector<ToRemind> found;
    if (!days.is_working_day(today)) return found;
    const auto rules = TRY(reminder_rules_on(today));
    const auto id = [](const database::Row& row) { return row.id<ReportId>("id"); };
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const auto due = due_days_of(rules, i, today);
        const auto reports = TRY(transaction.all(sql::reports_to_remind, id, due.from, due.to,
                                                 rules[i].key, limits::reminded_at_once));
        for (const auto report : reports) found.push_back({report, rules[i]});
    }
    return found;
}

/// Where a plan asks for it, its reminders tell of it already.
Result<bool> is_duty_of_plan(Context& context, database::Transaction& transaction,
                             const Report& report, const Definition& definition)
{
    if (definition.duty.empty()) return false;
    evidence::Fact fact;
    TRY(context.publish(transaction, evidence::DutyAsked{.text = definition.duty,
                                                         .agency = report.agency,
                                                         .product = "report",
                                                         .day = report.due_on,
                                                         .fact = &fact}));
    return !fact.source_module.empty();
}

Result<void> tell_agency(Context& context, database::Transaction& transaction, const Report& report,
                         const Definition& definition, const ReminderRule& rule)
{
    const auto readers = TRY(readers_at_agency(context, transaction, report));
    const auto period = TRY(ReportStore{transaction}.period(report.period));
    const auto collector =
        TRY(organisation::agency_by_id(transaction, report.collector, period.due_on));
    const auto title = text::shorten(definition.title, limits::news_title_length_max);
    return tell(context, transaction, readers,
                {.template_key = "report.due",
                 .what = rule.title,
                 .about = title + ", " + period.title,
                 .agency = collector.name,
                 .text = report.due_on.vietnamese(),
                 .path = report_path(report.code),
                 .key = "report.due/" + report.code + "/" + rule.key + "/" + report.due_on.iso()});
}

Result<void> remind(Context& context, const ToRemind& one)
{
    auto transaction = TRY(context.begin());
    const auto report = TRY(ReportStore{transaction}.find(one.report));
    const bool is_new = TRY(transaction.change(sql::insert_reminder, report.id, one.rule.key,
                                               report.due_on, context.now())) > 0;
    // Sent meanwhile, or told by another run.
    const bool is_owed = !report.is_complete() && report.state != State::dropped;
    if (!is_new || !is_owed) return {};
    const auto definition = TRY(form_content(transaction, report.version_of_form));
    const bool is_told = TRY(is_duty_of_plan(context, transaction, report, *definition));
    if (!is_told) TRY(tell_agency(context, transaction, report, *definition, one.rule));
    return transaction.commit();
}

/// What will not be otherwise when it is tried again keeps no other from being reminded.
Result<void> passed_over(const Result<void>& done, ReportId report)
{
    if (done || done.error().kind == Failure::unavailable || done.error().kind == Failure::internal)
        return done;
    log::warning("an agency could not be reminded of a report",
                 {{"report", report.value}, {"key", done.error().key}});
    return {};
}

}  // namespace

Result<void> run_remind_job(Context& context, jobs::JobContext& job)
{
    // Before anything can fail: whatever becomes of this run, there is one tomorrow.
    TRY(enqueue_tomorrow(context));
    const auto all = TRY(to_remind(context));
    for (const auto& one : all) {
        if (job.is_cancelled()) return {};
        TRY(passed_over(remind(context, one), one.report));
    }
    return {};
}

Result<void> remind_soon(Context& context, database::Transaction& transaction)
{
    return enqueue_run(context, transaction, context.now());
}

void add_remind_job(Module& module) { module.job(remind_job, {}, run_remind_job); }

}  // namespace caicach::report
