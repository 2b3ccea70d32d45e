#pragma once
#include <optional>
#include <string>
#include <vector>

#include "manifest/context.hpp"
#include "report/filling/cell_saving.hpp"
#include "report/flow/submission.hpp"

/// What was sent is locked, and is not right: a fact came after it, a number was mistyped. The
/// report is worked out and sent anew, with a reason; both submissions stay.
namespace caicach::report
{

struct Correction {
    std::vector<CellChange> changes{};
    std::string reason{};
    bool says_no_secret{};
};

/// What became of it: sent, or cells that were refused or that somebody else changed meanwhile;
/// then nothing may be committed.
struct Corrected {
    std::optional<Submission> submission{};
    Saved cells{};
};

/// By who may send it, of a report that is held. conflict "report.flow.{not_now,locked}"; invalid
/// "report.flow.reason_missing" (ly_do), "report.secret.marked" (ly_do),
/// "report.secret.not_confirmed" (khong_mat), "report.flow.faults",
/// "report.correction.nothing_changed" where what was sent says all of it already.
[[nodiscard]] Result<Corrected> correct(Context& context, database::Transaction& transaction,
                                        Report& report, const Correction& correction);

}  // namespace caicach::report
