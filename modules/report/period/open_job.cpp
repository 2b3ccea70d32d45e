#include "report/period/open_job.hpp"

#include "base/log.hpp"
#include "calendar/moment.hpp"
#include "calendar/period_key.hpp"
#include "report/api.hpp"
#include "report/flow/remind_job.hpp"
#include "report/period/opening.hpp"
#include "report/period/reporting_period.hpp"
#include "report/report_store.hpp"

namespace caicach::report
{
namespace
{

constexpr int minutes_after_midnight = 5;

Result<void> enqueue_run(Context& context, database::Transaction& transaction, Instant at)
{
    TRY(jobs::enqueue(transaction, open_job, "",
                      {.now = context.now(), .run_at = at, .key = to_iso(at)}));
    return {};
}

/// Before anything can fail: whatever becomes of this run, there is one tomorrow.
Result<void> enqueue_tomorrow(Context& context)
{
    auto transaction = TRY(context.begin());
    const auto at = instant_at(context.today().plus_days(1), minutes_after_midnight);
    TRY(enqueue_run(context, transaction, at));
    return transaction.commit();
}

/// What is to be done, read before anything is written.
struct Work {
    struct ToOpen {
        const FormInForce* form{};
        calendar::Period period{};
    };
    std::vector<FormInForce> forms{};
    std::vector<ToOpen> to_open{};
    std::vector<ReportPeriod> open{};
};

Result<Work> work_of(Context& context)
{
    auto transaction = TRY(context.read());
    const auto today = context.today();
    const auto cut_offs = TRY(cut_offs_on(today));
    const auto working_days = TRY(organisation::working_days(transaction));
    ReportStore store{transaction};
    Work work;
    work.forms = TRY(forms_in_force(transaction));
    work.open = TRY(store.open_periods(today));
    for (const auto& form : work.forms) {
        const auto scheme = scheme_of(form.definition.period, cut_offs);
        for (const auto& period : periods_to_open(form, scheme, working_days, today)) {
            const auto key = calendar::key(period);
            const auto before = TRY(store.period_of(form.form.id, key));
            if (!before) work.to_open.push_back({&form, period});
        }
    }
    return work;
}

Result<void> open_one(Context& context, const FormInForce& form, const calendar::Period& period)
{
    auto transaction = TRY(context.begin());
    TRY(open_period(context, transaction, form, period));
    return transaction.commit();
}

Result<void> renew_one(Context& context, const FormInForce& form, PeriodId period)
{
    auto transaction = TRY(context.begin());
    TRY(renew_period(context, transaction, form, period));
    return transaction.commit();
}

/// One form that cannot be opened keeps no other from it; the worker tries again what the machine
/// was in the way of.
Result<void> passed_over(const Result<void>& done, const FormInForce& form)
{
    if (done || done.error().kind == Failure::unavailable || done.error().kind == Failure::internal)
        return done;
    log::warning("a period of a form is not opened or renewed",
                 {{"form", form.form.key}, {"key", done.error().key}});
    return {};
}

const FormInForce* form_of(const Work& work, FormId form)
{
    for (const auto& one : work.forms)
        if (one.form.id == form) return &one;
    return nullptr;
}

Result<void> hear_directory(Context& context, database::Transaction& transaction,
                            const organisation::DirectoryChanged& /*event*/)
{
    return open_soon(context, transaction);
}

}  // namespace

Result<void> run_open_job(Context& context, jobs::JobContext& job)
{
    TRY(enqueue_tomorrow(context));
    const auto work = TRY(work_of(context));
    for (const auto& one : work.to_open) {
        if (job.is_cancelled()) return {};
        TRY(passed_over(open_one(context, *one.form, one.period), *one.form));
    }
    for (const auto& period : work.open) {
        if (job.is_cancelled()) return {};
        const auto* form = form_of(work, period.form);
        if (form != nullptr) TRY(passed_over(renew_one(context, *form, period.id), *form));
    }
    return {};
}

Result<void> open_soon(Context& context, database::Transaction& transaction)
{
    TRY(enqueue_run(context, transaction, context.now()));
    if (const auto& wake = context.services().wake_worker) transaction.after_commit(wake);
    return {};
}

Result<void> begin_reporting(Context& context)
{
    auto transaction = TRY(context.begin());
    TRY(remind_soon(context, transaction));
    TRY(open_soon(context, transaction));
    return transaction.commit();
}

void add_open_job(Module& module)
{
    module.job(open_job, {}, run_open_job);
    module.on<organisation::DirectoryChanged>(hear_directory);
    module.audits({"report.period.opened", "mở kỳ báo cáo"});
    module.audits({"report.period.renewed", "cập nhật cơ quan, mẫu của kỳ báo cáo đang mở"});
}

}  // namespace caicach::report
