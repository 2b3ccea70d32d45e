#pragma once
#include <set>
#include <span>

#include "manifest/context.hpp"
#include "report/aggregate/collecting.hpp"

/// Who collects reports has those reminded who still owe theirs, when it is wanted and not only on
/// the days of the rules (flow/remind_job.hpp).
namespace caicach::report
{

/// Of which reports somebody was reminded today, by a rule or by hand.
[[nodiscard]] Result<std::set<ReportId>> reminded_today(const Context& context,
                                                        database::Transaction& transaction,
                                                        const ReportPeriod& period,
                                                        organisation::AgencyId collector);

/// What came of it.
struct Reminded {
    int told{};
    int already{};      ///< today
    int unreachable{};  ///< nobody of the agency is told anything here
};
/// Reminds of each report that is owed still, at most once a day; each with an audit line. Those
/// that are sent are passed over. Needs "report.check" of the collector. conflict
/// "report.reminder.nobody_owes", "….told_today", "….unreachable" where nobody was told.
[[nodiscard]] Result<Reminded> remind_by_hand(Context& context, database::Transaction& transaction,
                                              const ReportPeriod& period,
                                              organisation::AgencyId collector,
                                              std::span<const CollectedReport> reports);

}  // namespace caicach::report
