#include "report/period/due_recount.hpp"

#include "calendar/period_key.hpp"
#include "json/value.hpp"
#include "report/form/form_store.hpp"
#include "report/paths.hpp"
#include "report/period/reporting_period.hpp"
#include "report/report_store.hpp"

namespace caicach::report
{
namespace
{

/// As the calendar has the days of a period now; nothing of one that somebody named days for.
struct FreshDays {
    ReportingDays days{};
    std::optional<calendar::Due> owner_due{};
};

Result<std::optional<FreshDays>> fresh_days(database::Transaction& transaction,
                                            const ReportPeriod& period,
                                            const Definition& definition)
{
    const auto cut_offs = TRY(cut_offs_on(period.days.to));
    const auto part = calendar::period_from_key(period.key, cut_offs);
    if (!part) return std::optional<FreshDays>{};
    const auto working_days = TRY(organisation::working_days(transaction));
    return std::optional{FreshDays{days_of(definition, *part, working_days),
                                   owner_due_of(definition, *part, working_days)}};
}

class Recount
{
public:
    Recount(Context& context, database::Transaction& transaction,
            const organisation::CalendarChanged& changed)
        : m_context(context), m_transaction(transaction), m_store(transaction), m_changed(changed)
    {
    }

    Result<void> run(const ReportPeriod& period)
    {
        FormStore forms{m_transaction};
        const auto definition = TRY(forms.definition(period.version_of_form));
        const auto fresh = TRY(fresh_days(m_transaction, period, definition));
        if (!fresh) return {};
        auto moved = period;
        moved.due_on = fresh->days.due.day;
        moved.due_why = calendar::in_words(fresh->days.due.explanation);
        moved.locks_on = fresh->days.locks_on;
        TRY(move_reports(moved, definition, *fresh));
        if (moved.due_on == period.due_on && moved.locks_on == period.locks_on) return {};
        TRY(m_store.save(moved));
        if (moved.due_on == period.due_on) return {};
        return tell(period, moved, definition);
    }

private:
    Result<void> move_reports(const ReportPeriod& period, const Definition& definition,
                              const FreshDays& fresh)
    {
        const auto reports = TRY(m_store.of_period(period.id));
        const auto owner = TRY(owner_of(definition, period.due_on));
        for (const auto& report : reports) {
            const bool is_owner = definition.owner_reports && report.agency == owner;
            if (is_owner && !fresh.owner_due) continue;
            auto changed = report;
            if (!report.is_complete())
                changed.due_on = is_owner ? fresh.owner_due->day : period.due_on;
            if (!is_owner) changed.locks_on = period.locks_on;
            if (changed == report) continue;
            TRY(m_store.save(changed));
        }
        return {};
    }

    Result<organisation::AgencyId> owner_of(const Definition& definition, Date day)
    {
        const auto owner = organisation::agency_by_code(m_transaction, definition.owner, day);
        if (!owner) return tl::unexpected<Error>(owner.error());
        return owner->id;
    }

    Result<void> tell(const ReportPeriod& before, const ReportPeriod& period,
                      const Definition& definition)
    {
        m_changed.moved->push_back({.what = definition.title + ", " + period.title,
                                    .path = reports_path(),
                                    .before = before.due_on,
                                    .after = period.due_on});
        const auto detail = json::Value::object()
                                .set("period", period.key)
                                .set("before", before.due_on.iso())
                                .set("after", period.due_on.iso());
        return m_context.record(m_transaction, "report.due.moved", "report.period", period.id.value,
                                json::dump(detail));
    }

    Context& m_context;
    database::Transaction& m_transaction;
    ReportStore m_store;
    const organisation::CalendarChanged& m_changed;
};

}  // namespace

Result<void> recount_due_days(Context& context, database::Transaction& transaction,
                              const organisation::CalendarChanged& changed)
{
    ReportStore store{transaction};
    const auto open = TRY(store.open_periods(context.today()));
    Recount recount{context, transaction, changed};
    for (const auto& period : open) TRY(recount.run(period));
    return {};
}

void add_due_recount(Module& module)
{
    module.on<organisation::CalendarChanged>(recount_due_days);
    module.audits({"report.due.moved", "dời hạn báo cáo theo lịch làm việc"});
}

}  // namespace caicach::report
