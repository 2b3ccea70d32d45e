#pragma once
#include <string>
#include <vector>

#include "evidence/api.hpp"
#include "manifest/module.hpp"
#include "report/flow/submission.hpp"
#include "report/report.hpp"

/// Facts that happened in the days of a report that stands sent, and came, were corrected or were
/// refused behind it. Nothing that was sent changes: they wait for the next submission, which is a
/// correction where the report is locked.
namespace caicach::report
{

/// One fact against what was sent, with the numbers that it is of.
struct LateFact {
    evidence::FactId fact{};
    bool counts{};                          ///< it came; else it was counted, and is no more
    std::vector<std::string> indicators{};  ///< keys
    Instant heard_at{};
};
struct LateFacts {
    std::vector<LateFact> shown{};  ///< at most limits::late_facts_shown
    std::int64_t facts{};           ///< how many there are
};
/// Those that wait: `settled_by` none; else those that the submission took in.
[[nodiscard]] Result<LateFacts> late_facts(database::Transaction& transaction, ReportId report,
                                           SubmissionId settled_by);
[[nodiscard]] Result<void> settle_late_facts(database::Transaction& transaction, ReportId report,
                                             SubmissionId by);

void add_late_facts(Module& module);

}  // namespace caicach::report
