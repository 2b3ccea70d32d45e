#include "report/report_store.hpp"

#include "crypto/public_code.hpp"
#include "database/many_rows.hpp"
#include "report/sql.hpp"
#include "text/text.hpp"

namespace caicach::report
{
namespace
{

std::vector<std::string> words_in(std::string_view stored)
{
    std::vector<std::string> words;
    for (const auto word : text::split(stored, '\n'))
        if (!word.empty()) words.emplace_back(word);
    return words;
}

ReportPeriod period_from(const database::Row& row)
{
    return {.id = row.id<PeriodId>("id"),
            .code = row.string("code"),
            .form = row.id<FormId>("form_id"),
            .version_of_form = row.id<FormVersionId>("form_version_id"),
            .key = row.string("period_key"),
            .title = row.string("title"),
            .days = {row.date("first_day"), row.date("last_day")},
            .data = {row.date("data_from"), row.date("data_until")},
            .year_from = row.date("year_from"),
            .due_on = row.date("due_on"),
            .due_why = row.string("due_why"),
            .locks_on = row.maybe_date("locks_on"),
            .asked_by = row.string("asked_by"),
            .asked_document = row.string("asked_document"),
            .reporters = words_in(row.text("reporters")),
            .version = row.integer("version")};
}

Report report_from(const database::Row& row)
{
    const auto state = state_from(row.text("state"));
    VERIFY(state);  // the table's CHECK admits these only
    return {.id = row.id<ReportId>("id"),
            .code = row.string("code"),
            .period = row.id<PeriodId>("period_id"),
            .form = row.id<FormId>("form_id"),
            .version_of_form = row.id<FormVersionId>("form_version_id"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .collector = row.id<organisation::AgencyId>("collector_id"),
            .state = *state,
            .due_on = row.date("due_on"),
            .locks_on = row.maybe_date("locks_on"),
            .open_until = row.maybe_date("open_until"),
            .open_reason = row.string("open_reason"),
            .not_asked_since = row.maybe_date("not_asked_since"),
            .first_submitted_at = row.maybe_instant("first_submitted_at"),
            .submitted_at = row.maybe_instant("submitted_at"),
            .is_resent_late = row.boolean("is_resent_late"),
            .current = row.id<SubmissionId>("submission_id"),
            .version = row.integer("version")};
}

/// ",expected,draft,": looked for in the statement; empty for all.
std::string listed_states(const std::vector<State>& states)
{
    if (states.empty()) return {};
    std::string text{","};
    for (const auto state : states) text.append(name_of(state)).append(",");
    return text;
}

constexpr std::size_t rows_at_once = 50;
/// Statements outlive the database, which prepares each once.
const std::string& insert_many()
{
    static const auto sql = database::many_rows(sql::insert_report, rows_at_once);
    return sql;
}

void bind(std::vector<database::Parameter>& bound, const Report& report)
{
    bound.emplace_back(report.id);
    bound.emplace_back(report.code);
    bound.emplace_back(report.period);
    bound.emplace_back(report.form);
    bound.emplace_back(report.version_of_form);
    bound.emplace_back(report.agency);
    bound.emplace_back(report.collector);
    bound.emplace_back(name_of(report.state));
    bound.emplace_back(report.due_on);
    bound.emplace_back(report.locks_on);
    bound.emplace_back(report.open_reason);
    bound.emplace_back(report.is_resent_late);
    bound.emplace_back(report.current);
    bound.emplace_back(0);
    bound.emplace_back(report.version);
}

}  // namespace

Result<ReportPeriod> ReportStore::period(PeriodId id)
{
    auto found = TRY(m_transaction.maybe_one(sql::period_by_id, period_from, id));
    if (!found) return failure(Failure::not_found, "report.period.not_found");
    return std::move(*found);
}

Result<ReportPeriod> ReportStore::period(std::string_view code)
{
    const auto asked = crypto::parse_public_code(code);
    auto found = TRY(m_transaction.maybe_one(sql::period_by_code, period_from, asked.value_or("")));
    if (!found) return failure(Failure::not_found, "report.period.not_found");
    return std::move(*found);
}

Result<std::optional<ReportPeriod>> ReportStore::period_of(FormId form, std::string_view key)
{
    return m_transaction.maybe_one(sql::period_by_key, period_from, form, key);
}

Result<std::vector<ReportPeriod>> ReportStore::periods(FormId form, std::int64_t limit)
{
    return m_transaction.all(sql::periods_of_form, period_from, form, limit);
}

Result<std::vector<ReportPeriod>> ReportStore::open_periods(Date today)
{
    return m_transaction.all(sql::open_periods, period_from, today, periods_max);
}

Result<bool> ReportStore::insert(const ReportPeriod& period, AccountId by, Instant at)
{
    const auto reporters = text::join(period.reporters, "\n");
    const auto inserted = TRY(m_transaction.change(
        sql::insert_period, period.id, period.code, period.form, period.version_of_form, period.key,
        period.title, period.days.from, period.days.to, period.data.from, period.data.to,
        period.year_from, period.due_on, period.due_why, period.locks_on, period.asked_by,
        period.asked_document, reporters, at, by));
    return inserted == 1;
}

Result<void> ReportStore::save(const ReportPeriod& period)
{
    return m_transaction.change_one(sql::save_period, period.id, period.version,
                                    period.version_of_form, period.title, period.data.from,
                                    period.data.to, period.year_from, period.due_on, period.due_why,
                                    period.locks_on);
}

Result<void> ReportStore::hold(PeriodId id)
{
    return m_transaction.change_one(sql::hold_period, id);
}

Result<Report> ReportStore::find(ReportId id)
{
    auto found = TRY(m_transaction.maybe_one(sql::report_by_id, report_from, id));
    if (!found) return failure(Failure::not_found, "report.report.not_found");
    return std::move(*found);
}

Result<Report> ReportStore::by_code(std::string_view code)
{
    const auto asked = crypto::parse_public_code(code);
    auto found = TRY(m_transaction.maybe_one(sql::report_by_code, report_from, asked.value_or("")));
    if (!found) return failure(Failure::not_found, "report.report.not_found");
    return std::move(*found);
}

Result<Report> ReportStore::hold(std::string_view code)
{
    const auto asked = crypto::parse_public_code(code);
    TRY(m_transaction.change(sql::hold_report, asked.value_or("")));
    return by_code(code);
}

Result<std::vector<Report>> ReportStore::of_period(PeriodId period)
{
    return m_transaction.all(sql::reports_of_period, report_from, period, reports_max);
}

Result<std::optional<Report>> ReportStore::of_agency(PeriodId period, organisation::AgencyId agency)
{
    return m_transaction.maybe_one(sql::report_of_period, report_from, period, agency);
}

Result<std::vector<ReceiptedReport>> ReportStore::collected(PeriodId period,
                                                            organisation::AgencyId collector)
{
    const auto map = [](const database::Row& row) {
        return ReceiptedReport{.report = report_from(row),
                               .receipt = row.maybe_text("receipt").value_or("")};
    };
    return m_transaction.all(sql::reports_of_collector, map, collector, period, reports_max);
}

Result<std::vector<ListedReport>> ReportStore::listed(const ReportQuery& query)
{
    const auto map = [](const database::Row& row) {
        return ListedReport{.report = report_from(row),
                            .period = row.string("period_title"),
                            .form = row.string("form_title")};
    };
    return m_transaction.all(sql::reports_of_agency, map, query.agency, query.due_from,
                             query.due_until, query.form, listed_states(query.states),
                             query.after_due.value_or(query.due_until.plus_days(1)), query.after_id,
                             query.limit);
}

Result<void> ReportStore::insert(std::span<Report> reports)
{
    for (auto& report : reports) {
        report.id = make_id<ReportId>();
        report.code = crypto::make_public_code();
        report.version = 1;
    }
    std::vector<database::Parameter> bound;
    while (!reports.empty()) {
        const bool is_many = reports.size() >= rows_at_once;
        const auto next = reports.first(is_many ? rows_at_once : 1);
        bound.clear();
        for (const auto& report : next) bind(bound, report);
        TRY(m_transaction.change_bound(
            is_many ? std::string_view{insert_many()} : std::string_view{sql::insert_report},
            bound));
        reports = reports.subspan(next.size());
    }
    return {};
}

Result<void> ReportStore::save(const Report& report)
{
    return m_transaction.change_one(
        sql::save_report, report.id, report.version, report.version_of_form, report.collector,
        name_of(report.state), report.due_on, report.locks_on, report.open_until,
        report.open_reason, report.not_asked_since, report.first_submitted_at, report.submitted_at,
        report.is_resent_late, report.current);
}

}  // namespace caicach::report
