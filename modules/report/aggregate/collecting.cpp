#include "report/aggregate/collecting.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "report/report_store.hpp"
#include "report/sql.hpp"

namespace caicach::report
{
namespace
{

bool is_owed(State state)
{
    return state == State::expected || state == State::draft || state == State::returned;
}

/// Nobody else had taken over from it when the data ended.
bool answers_for_itself(const organisation::Succession& succession, const ReportPeriod& period,
                        organisation::AgencyId agency)
{
    const auto heirs = succession.heirs(agency, period.data.from, period.data.to);
    return heirs.size() == 1 && heirs.front().agency == agency;
}

Result<void> leave_out_taken_over(database::Transaction& transaction, const ReportPeriod& period,
                                  std::vector<CollectedReport>& reports)
{
    const auto is_in_doubt = [](const CollectedReport& one) {
        return one.counts && one.report.not_asked_since.has_value();
    };
    if (std::ranges::none_of(reports, is_in_doubt)) return {};
    const auto succession = TRY(organisation::succession(transaction));
    for (auto& one : reports)
        if (is_in_doubt(one))
            one.counts = answers_for_itself(succession, period, one.report.agency);
    return {};
}

int number(const database::Row& row, std::string_view column)
{
    return static_cast<int>(row.integer(column));
}

Collecting collecting_from(const database::Row& row)
{
    return {.period = row.id<PeriodId>("period_id"),
            .collector = row.id<organisation::AgencyId>("collector_id"),
            .expected = number(row, "expected"),
            .sent = number(row, "sent"),
            .approved = number(row, "approved"),
            .overdue = number(row, "overdue")};
}

}  // namespace

bool CollectedReport::is_missing() const
{
    return is_owed(report.state) && !report.not_asked_since;
}

Result<std::vector<CollectedReport>> collected_reports(database::Transaction& transaction,
                                                       const ReportPeriod& period,
                                                       organisation::AgencyId collector)
{
    auto rows = TRY(ReportStore{transaction}.collected(period.id, collector));
    std::vector<CollectedReport> reports;
    reports.reserve(rows.size());
    for (auto& [report, receipt] : rows) {
        const bool counts = report.is_complete();
        reports.push_back(
            {.report = std::move(report), .receipt = std::move(receipt), .counts = counts});
    }
    TRY(leave_out_taken_over(transaction, period, reports));
    return reports;
}

Turnout turnout_of(std::span<const CollectedReport> reports, Date today)
{
    Turnout turnout;
    for (const auto& one : reports) {
        const auto& report = one.report;
        if (!one.is_missing() && !report.is_complete()) continue;
        ++turnout.expected;
        if (report.is_complete()) ++turnout.sent;
        if (report.state == State::approved) ++turnout.approved;
        if (const auto is_on_time = report.is_on_time())
            ++(*is_on_time ? turnout.on_time : turnout.late);
        if (!one.is_missing()) continue;
        ++turnout.missing;
        if (report.is_overdue(today)) ++turnout.overdue;
        if (report.state == State::returned) ++turnout.returned;
    }
    return turnout;
}

Result<std::vector<Collecting>> collecting_of(database::Transaction& transaction, FormId form,
                                              std::int64_t periods, Date today)
{
    return transaction.all(sql::collecting_of_form, collecting_from, form, periods, today);
}

Result<std::vector<Collecting>> collecting_in(database::Transaction& transaction, PeriodId period,
                                              Date today)
{
    return transaction.all(sql::collecting_of_period, collecting_from, period, today);
}

}  // namespace caicach::report
