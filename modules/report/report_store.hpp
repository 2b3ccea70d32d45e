#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "manifest/actor.hpp"
#include "report/report.hpp"

namespace caicach::report
{

/// Which reports of an agency a list shows; what is empty narrows nothing.
struct ReportQuery {
    organisation::AgencyId agency{};
    FormId form{};
    Date due_from{};
    Date due_until{};
    std::vector<State> states{};
    /// Behind this one: reports stand by due day, the latest first.
    std::optional<Date> after_due{};
    ReportId after_id{};
    std::int64_t limit{};
};

/// A report as lists show it.
struct ListedReport {
    Report report{};
    std::string period{};  ///< title
    std::string form{};    ///< title
};

/// A report with the code of the receipt of what stands sent; empty where nothing was.
struct ReceiptedReport {
    Report report{};
    std::string receipt{};
};

/// Periods and reports as rows. not_found "report.report.not_found", "report.period.not_found";
/// conflict "base.changed_meanwhile" where somebody was quicker.
class ReportStore
{
public:
    explicit ReportStore(database::Transaction& transaction) : m_transaction(transaction) {}

    static constexpr std::int64_t periods_max = 500;  ///< open at once, of all forms
    static constexpr std::int64_t reports_max = 600;  ///< of a period

    [[nodiscard]] Result<ReportPeriod> period(PeriodId id);
    [[nodiscard]] Result<ReportPeriod> period(std::string_view code);
    [[nodiscard]] Result<std::optional<ReportPeriod>> period_of(FormId form, std::string_view key);
    /// The latest first.
    [[nodiscard]] Result<std::vector<ReportPeriod>> periods(FormId form, std::int64_t limit);
    /// Of all forms, those whose due day is not over.
    [[nodiscard]] Result<std::vector<ReportPeriod>> open_periods(Date today);
    /// False where the form has that period already.
    [[nodiscard]] Result<bool> insert(const ReportPeriod& period, AccountId by, Instant at);
    /// Its days and version; others who change its reports wait. What it is then comes from
    /// `period`.
    [[nodiscard]] Result<void> save(const ReportPeriod& period);
    [[nodiscard]] Result<void> hold(PeriodId id);

    [[nodiscard]] Result<Report> find(ReportId id);
    [[nodiscard]] Result<Report> by_code(std::string_view code);
    /// As it is once nobody else changes it: whoever writes of a report, its cells too, holds it
    /// first.
    [[nodiscard]] Result<Report> hold(std::string_view code);
    /// By agency.
    [[nodiscard]] Result<std::vector<Report>> of_period(PeriodId period);
    [[nodiscard]] Result<std::optional<Report>> of_agency(PeriodId period,
                                                          organisation::AgencyId agency);
    /// Those that are sent to one collector; by agency.
    [[nodiscard]] Result<std::vector<ReceiptedReport>> collected(PeriodId period,
                                                                 organisation::AgencyId collector);
    [[nodiscard]] Result<std::vector<ListedReport>> listed(const ReportQuery& query);
    /// Ids and codes are given here; agencies that have a report of the period stay as they are.
    [[nodiscard]] Result<void> insert(std::span<Report> reports);
    [[nodiscard]] Result<void> save(const Report& report);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::report
