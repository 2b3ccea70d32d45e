#pragma once
#include <span>
#include <string>
#include <vector>

#include "database/transaction.hpp"
#include "report/report.hpp"

/// How far those have come who report to one collector.
namespace caicach::report
{

struct CollectedReport {
    Report report{};
    std::string receipt{};  ///< of what stands sent; empty where nothing was
    /// It is sent, and nobody else reports the same: who was taken over within the period is in the
    /// report of who answers for it.
    bool counts{};

    /// It is owed still.
    [[nodiscard]] bool is_missing() const;
};
/// Of a period, to one collector; by the ids of the agencies.
[[nodiscard]] Result<std::vector<CollectedReport>> collected_reports(
    database::Transaction& transaction, const ReportPeriod& period,
    organisation::AgencyId collector);

/// Each a fact of its own: who is late may be complete, too.
struct Turnout {
    int expected{};
    int sent{};
    int approved{};
    int on_time{};   ///< of those that were sent once
    int late{};      ///< sent behind the due day
    int missing{};   ///< owed still
    int overdue{};   ///< of those, whose due day is over
    int returned{};  ///< of those, to be mended

    friend bool operator==(const Turnout&, const Turnout&) = default;
};
/// Pure.
[[nodiscard]] Turnout turnout_of(std::span<const CollectedReport> reports, Date today);

/// One line of a list of periods.
struct Collecting {
    PeriodId period{};
    organisation::AgencyId collector{};
    int expected{};
    int sent{};
    int approved{};
    int overdue{};
};
/// Of the form's last periods, so many of them; by period and collector.
[[nodiscard]] Result<std::vector<Collecting>> collecting_of(database::Transaction& transaction,
                                                            FormId form, std::int64_t periods,
                                                            Date today);
/// Of one period.
[[nodiscard]] Result<std::vector<Collecting>> collecting_in(database::Transaction& transaction,
                                                            PeriodId period, Date today);

}  // namespace caicach::report
