#pragma once
#include <optional>
#include <string>
#include <vector>

#include "attachment/api.hpp"
#include "manifest/context.hpp"
#include "report/filling/cell_saving.hpp"
#include "report/flow/submission.hpp"

/// What was sent is locked, and is not right: a fact came after it, a number was mistyped. The
/// report is worked out and sent anew, with a reason; both submissions stay.
namespace caicach::report
{

struct Correction {
    /// Of numbers, texts and cells of rows, as the page numbers them.
    std::vector<CellChange> changes{};
    /// Of rows that are to be added: those of each table are numbered for themselves.
    std::vector<CellChange> new_rows{};
    /// Tables and the numbers of rows that go.
    std::vector<CellPlace> removed_rows{};
    std::vector<attachment::KeptFile> new_files{};
    std::vector<std::string> dropped_files{};  ///< by their codes
    std::string reason{};
    bool says_no_secret{};
};

/// A cell that was refused.
struct RefusedCell {
    CellPlace place{};  ///< as the page numbers it
    bool is_of_new_row{};
    std::string text{};
};

/// What became of it: sent; or cells were refused, or somebody else changed some meanwhile: then
/// nothing may be committed.
struct Corrected {
    std::optional<Submission> submission{};
    std::vector<RefusedCell> refused{};
    bool is_contested{};
};

/// By who may send it, of a report that is held. conflict "report.flow.{not_now,locked}",
/// "report.row.gone"; too_large "report.row.too_many", "attachment.too_many"; invalid
/// "report.flow.reason_missing" (ly_do), "report.secret.marked" (ly_do),
/// "report.secret.not_confirmed" (khong_mat), "report.flow.faults",
/// "report.correction.nothing_changed" where what was sent says all of it already.
[[nodiscard]] Result<Corrected> correct(Context& context, database::Transaction& transaction,
                                        Report& report, const Correction& correction);

}  // namespace caicach::report
