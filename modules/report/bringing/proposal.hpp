#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "report/bringing/brought.hpp"
#include "report/filling/cell_saving.hpp"

/// What was brought, held against what the report says: looked at before anything is written.
namespace caicach::report
{

/// What would be written into one cell.
struct ProposedCell {
    std::string place{};  ///< "Tin, bài", "Mô hình hay, dòng 3, Tên"
    std::string field{};
    int row{};  ///< 0 of what is no table; of a new row: its place among them, from -1 down
    std::string before{};  ///< as shown; empty: nothing stands there
    std::string after{};
};

struct Proposed {
    std::vector<ProposedCell> cells{};  ///< those that would change something
    /// For the new rows, in order: whose table they belong to.
    std::vector<std::string> new_rows{};
    int unchanged{};
    std::vector<BringingFault> faults{};  ///< with any, nothing is written

    /// The same for the same changes of the same report: what a person confirmed.
    [[nodiscard]] std::string stamp() const;
    [[nodiscard]] bool has_work() const { return !cells.empty(); }
};

/// Empty cells say nothing: what stands in the report stays. Rows that are in a table word by word
/// already are not added again. Faults: "report.import.{unknown,row_gone,drawn}",
/// "report.cell.{number,too_long}", "report.row.too_many".
[[nodiscard]] Proposed propose(const Filled& filled, const Brought& brought);

/// Writes it into a report that is held. conflict "report.import.faults",
/// "report.import.report_changed" where `stamp` is not what it would do now, or somebody else
/// changed a cell meanwhile: do not commit.
[[nodiscard]] Result<void> carry_out(Context& context, database::Transaction& transaction,
                                     Report& report, const Proposed& proposed,
                                     std::string_view stamp);

}  // namespace caicach::report
