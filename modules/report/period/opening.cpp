#include "report/period/opening.hpp"

#include <algorithm>
#include <unordered_map>

#include "calendar/period_key.hpp"
#include "crypto/public_code.hpp"
#include "json/value.hpp"
#include "report/form/put_in_force.hpp"
#include "report/limits.hpp"
#include "report/period/expected.hpp"
#include "report/period/reporting_period.hpp"
#include "report/report_store.hpp"

namespace caicach::report
{
namespace
{

/// Days of one row, which are others for the owner's own report.
struct RowDays {
    Date due_on{};
    std::optional<Date> locks_on{};
};

struct PeriodDays {
    RowDays usual{};
    RowDays owner{};
};

std::optional<Date> lock_of(const LockRule& rule, Date due,
                            const calendar::WorkingDays& working_days)
{
    if (rule.never) return {};
    const int count = rule.working_days_after_due;
    return count == 0 ? due : working_days.after_working_days(due, count);
}

PeriodDays row_days(const ReportPeriod& period, const Definition& definition,
                    const std::optional<calendar::Due>& owner_due,
                    const calendar::WorkingDays& working_days)
{
    PeriodDays days{.usual = {period.due_on, period.locks_on}};
    days.owner = days.usual;
    if (owner_due)
        days.owner = {owner_due->day, lock_of(definition.lock, owner_due->day, working_days)};
    return days;
}

/// What the form's rules make of a period of the calendar.
void set_days(ReportPeriod& period, const ReportingDays& days)
{
    period.title = days.title;
    period.data = {days.data_from, days.data_until};
    period.year_from = days.year_from;
    period.due_on = days.due.day;
    period.due_why = calendar::in_words(days.due.explanation);
    period.locks_on = days.locks_on;
}

Result<void> record(Context& context, database::Transaction& transaction, std::string_view action,
                    const ReportPeriod& period, json::Value detail)
{
    return context.record(transaction, action, "report.period", period.id.value,
                          json::dump(detail.set("period", period.key)));
}

Report report_for(const ReportPeriod& period, const Expected& expected, const PeriodDays& days)
{
    const auto& row = expected.is_owner ? days.owner : days.usual;
    return {.period = period.id,
            .form = period.form,
            .version_of_form = period.version_of_form,
            .agency = expected.agency,
            .collector = expected.collector,
            .due_on = row.due_on,
            .locks_on = row.locks_on};
}

Result<std::vector<Expected>> expected_of(database::Transaction& transaction,
                                          const ReportPeriod& period, const Definition& definition)
{
    const auto& words = period.reporters.empty() ? definition.reporters : period.reporters;
    return expected_on(transaction, definition, words,
                       {.first = period.days.from, .due = period.due_on});
}

Result<Opened> open(Context& context, database::Transaction& transaction, const FormInForce& form,
                    ReportPeriod period, const std::optional<calendar::Due>& owner_due)
{
    ReportStore store{transaction};
    auto before = TRY(store.period_of(form.form.id, period.key));
    if (before) return Opened{.period = std::move(*before)};
    const auto expected = TRY(expected_of(transaction, period, form.definition));
    if (expected.empty()) return failure(Failure::invalid, "report.period.nobody", "co-quan");
    period.id = make_id<PeriodId>();
    period.version = 1;
    const bool is_new = TRY(store.insert(period, context.actor().account, context.now()));
    if (!is_new) {
        // Another process opened it at the same moment.
        auto opened = TRY(store.period_of(form.form.id, period.key));
        if (!opened) return failure(Failure::conflict, "base.changed_meanwhile");
        return Opened{.period = std::move(*opened)};
    }
    const auto working_days = TRY(organisation::working_days(transaction));
    const auto days = row_days(period, form.definition, owner_due, working_days);
    std::vector<Report> reports;
    reports.reserve(expected.size());
    for (const auto& one : expected) reports.push_back(report_for(period, one, days));
    TRY(store.insert(reports));
    const auto count = static_cast<int>(reports.size());
    TRY(record(context, transaction, "report.period.opened", period,
               json::Value::object().set("form", form.form.key).set("reports", count)));
    return Opened{.period = std::move(period), .reports = count, .is_new = true};
}

/// Words that mean somebody on the due day.
Result<void> check_reporters(database::Transaction& transaction, const AdHocRequest& request)
{
    const auto groups = TRY(organisation::groups(transaction));
    for (const auto& word : request.reporters) {
        const auto group = std::ranges::find(groups, word, &organisation::GroupSummary::key);
        if (group != groups.end() && !group->is_open) continue;
        const auto agency = TRY(agency_named(transaction, word, request.due_on));
        if (!agency || group != groups.end())
            return failure(Failure::invalid, "report.form.reporter_unknown", "co-quan", {word});
    }
    return {};
}

Result<void> check_request(const Context& context, const AdHocRequest& request)
{
    if (request.title.empty())
        return failure(Failure::invalid, "report.period.title_missing", "ten");
    if (request.data.is_empty())
        return failure(Failure::invalid, "report.period.days_backwards", "den");
    if (request.due_on < context.today())
        return failure(Failure::invalid, "report.period.due_past", "han");
    if (request.due_on > context.today().plus_days(limits::due_days_max))
        return failure(Failure::invalid, "report.period.due_far", "han");
    return {};
}

/// Nobody has written anything of the period yet.
bool is_untouched(const std::vector<Report>& reports)
{
    return std::ranges::all_of(reports, [](const Report& one) {
        return one.state == State::expected || one.state == State::dropped;
    });
}

/// What somebody wrote or sent is there.
bool has_content(const Report& report)
{
    return report.state != State::expected && report.state != State::dropped;
}

/// The period's own part of the calendar; nothing of one that was asked for, or where the form has
/// other periods by now.
Result<std::optional<calendar::Period>> calendar_period(const ReportPeriod& period,
                                                        const Definition& definition)
{
    if (period.is_ad_hoc() || definition.is_ad_hoc) return std::optional<calendar::Period>{};
    const auto cut_offs = TRY(cut_offs_on(period.days.to));
    const auto found = calendar::period_from_key(period.key, cut_offs);
    if (!found || found->scheme != scheme_of(definition.period, cut_offs))
        return std::optional<calendar::Period>{};
    return found;
}

class Renewal
{
public:
    Renewal(Context& context, database::Transaction& transaction, const FormInForce& form)
        : m_context(context), m_store(transaction), m_transaction(transaction), m_form(form)
    {
    }

    Result<Renewed> run(PeriodId id)
    {
        TRY(m_store.hold(id));
        m_period = TRY(m_store.period(id));
        m_reports = TRY(m_store.of_period(id));
        TRY(take_version());
        TRY(take_agencies());
        if (!m_done.is_nothing())
            TRY(record(m_context, m_transaction, "report.period.renewed", m_period,
                       json::Value::object()
                           .set("form", m_form.form.key)
                           .set("added", m_done.added)
                           .set("dropped", m_done.dropped)
                           .set("moved", m_done.moved)));
        return m_done;
    }

private:
    /// What nobody has begun goes by the version in force now; days only where nobody has begun.
    Result<void> take_version()
    {
        m_working_days = TRY(organisation::working_days(m_transaction));
        const auto part = TRY(calendar_period(m_period, m_form.definition));
        if (part) m_owner_due = owner_due_of(m_form.definition, *part, m_working_days);
        if (m_period.version_of_form == m_form.version.id) return {};
        m_period.version_of_form = m_form.version.id;
        m_has_new_days = part && is_untouched(m_reports);
        if (m_has_new_days) set_days(m_period, days_of(m_form.definition, *part, m_working_days));
        return m_store.save(m_period);
    }

    Result<void> take_agencies()
    {
        const auto expected = TRY(expected_of(m_transaction, m_period, m_form.definition));
        const auto days = row_days(m_period, m_form.definition, m_owner_due, m_working_days);
        std::unordered_map<std::int64_t, const Expected*> wanted;
        for (const auto& one : expected) wanted.emplace(one.agency.value, &one);
        for (auto& report : m_reports) {
            const auto found = wanted.find(report.agency.value);
            if (found == wanted.end()) {
                TRY(leave(report));
                continue;
            }
            TRY(keep(report, report_for(m_period, *found->second, days)));
            wanted.erase(found);
        }
        std::vector<Report> added;
        for (const auto& one : expected)
            if (wanted.contains(one.agency.value)) added.push_back(report_for(m_period, one, days));
        m_done.added += static_cast<int>(added.size());
        return m_store.insert(added);
    }

    Result<void> leave(Report& report)
    {
        if (report.state == State::dropped || report.not_asked_since) return {};
        if (has_content(report))
            report.not_asked_since = m_context.today();
        else
            report.state = State::dropped;
        ++m_done.dropped;
        return m_store.save(report);
    }

    Result<void> keep(Report& report, const Report& fresh)
    {
        auto changed = report;
        if (report.state == State::dropped) {
            changed.state = State::expected;
            ++m_done.added;
        }
        if (report.not_asked_since) {
            changed.not_asked_since.reset();
            ++m_done.added;
        }
        if (changed.state == State::expected) {
            changed.collector = fresh.collector;
            if (m_has_new_days || report.state == State::dropped) {
                changed.due_on = fresh.due_on;
                changed.locks_on = fresh.locks_on;
            }
            if (changed.version_of_form != fresh.version_of_form) ++m_done.moved;
            changed.version_of_form = fresh.version_of_form;
        }
        if (changed == report) return {};
        return m_store.save(changed);
    }

    Context& m_context;
    ReportStore m_store;
    database::Transaction& m_transaction;
    const FormInForce& m_form;
    ReportPeriod m_period{};
    std::vector<Report> m_reports{};
    calendar::WorkingDays m_working_days{};
    std::optional<calendar::Due> m_owner_due{};
    bool m_has_new_days{};
    Renewed m_done{};
};

}  // namespace

Result<std::vector<FormInForce>> forms_in_force(database::Transaction& transaction)
{
    FormStore store{transaction};
    const auto standing = TRY(store.standing());
    const auto forms = TRY(store.all());
    std::vector<FormInForce> found;
    for (const auto& form : forms) {
        const auto used = std::ranges::find_if(standing, [&](const FormVersion& one) {
            return one.form == form.id && one.state == VersionState::in_force;
        });
        if (used == standing.end()) continue;
        FormInForce one{.form = form, .version = *used};
        one.definition = TRY(store.definition(used->id));
        found.push_back(std::move(one));
    }
    return found;
}

Result<FormInForce> in_force(database::Transaction& transaction, const Form& form)
{
    FormStore store{transaction};
    const auto versions = TRY(store.versions(form.id));
    const auto used = std::ranges::find(versions, VersionState::in_force, &FormVersion::state);
    if (used == versions.end()) return failure(Failure::conflict, "report.period.not_in_force");
    FormInForce one{.form = form, .version = *used};
    one.definition = TRY(store.definition(used->id));
    return one;
}

std::vector<calendar::Period> periods_to_open(const FormInForce& form,
                                              const calendar::Scheme& scheme,
                                              const calendar::WorkingDays& working_days, Date today)
{
    std::vector<calendar::Period> found;
    if (form.definition.is_ad_hoc || !form.version.valid_from) return found;
    const auto from = *form.version.valid_from;
    auto period = calendar::period_of(scheme, today);
    for (std::size_t i = 0; i < limits::periods_caught_up_max && period.last >= from; ++i) {
        const auto days = days_of(form.definition, period, working_days);
        if (days.due.day >= from) found.push_back(period);
        period = calendar::previous(period);
    }
    std::ranges::reverse(found);
    return found;
}

Result<Opened> open_period(Context& context, database::Transaction& transaction,
                           const FormInForce& form, const calendar::Period& period)
{
    const auto working_days = TRY(organisation::working_days(transaction));
    ReportPeriod opened{.code = crypto::make_public_code(),
                        .form = form.form.id,
                        .version_of_form = form.version.id,
                        .key = calendar::key(period),
                        .days = calendar::window_of(period)};
    set_days(opened, days_of(form.definition, period, working_days));
    const auto owner_due = owner_due_of(form.definition, period, working_days);
    return open(context, transaction, form, std::move(opened), owner_due);
}

Result<Opened> open_ad_hoc(Context& context, database::Transaction& transaction,
                           const FormInForce& form, const AdHocRequest& request)
{
    TRY(check_request(context, request));
    TRY(check_reporters(transaction, request));
    const auto working_days = TRY(organisation::working_days(transaction));
    const auto code = crypto::make_public_code();
    const auto first_of_year = Date::create(request.data.to.year(), 1, 1).value_or(Date{});
    ReportPeriod period{.code = code,
                        .form = form.form.id,
                        .version_of_form = form.version.id,
                        .key = "adhoc:" + code,
                        .title = request.title,
                        .days = request.data,
                        .data = request.data,
                        .year_from = std::min(first_of_year, request.data.from),
                        .due_on = request.due_on,
                        .due_why = "Do nơi yêu cầu nêu.",
                        .locks_on = lock_of(form.definition.lock, request.due_on, working_days),
                        .asked_by = request.asked_by,
                        .asked_document = request.asked_document,
                        .reporters = request.reporters};
    return open(context, transaction, form, std::move(period), {});
}

Result<Renewed> renew_period(Context& context, database::Transaction& transaction,
                             const FormInForce& form, PeriodId period)
{
    return Renewal{context, transaction, form}.run(period);
}

}  // namespace caicach::report
