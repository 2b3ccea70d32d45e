#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "report/filling/cell.hpp"
#include "report/filling/filled.hpp"

namespace caicach::report
{

/// What somebody typed into a cell, and what it showed when they began.
struct CellChange {
    std::string field{};
    int row{};
    std::string value{};                ///< as typed
    std::optional<std::string> base{};  ///< as shown
    bool is_copied{};                   ///< from the last period, not typed
};

struct Saved {
    std::vector<FilledCell> stored{};
    /// Cells that somebody else changed meanwhile, as they are stored: nothing of them was taken.
    std::vector<FilledCell> contested{};
    std::vector<Fault> faults{};  ///< of cells that were refused and not kept
};

/// Of a report that is held (ReportStore::hold): what can be kept is kept, cell by cell; what is
/// refused or contested is answered. The report becomes a draft with its first cell. Audited.
/// conflict "report.flow.…" where it may not be filled in now.
[[nodiscard]] Result<Saved> save_cells(Context& context, database::Transaction& transaction,
                                       Report& report, std::span<const CellChange> changes);

/// The same of a report that is locked and corrected: its state stays. conflict "report.flow.…"
/// where it may not be corrected now.
[[nodiscard]] Result<Saved> correct_cells(Context& context, database::Transaction& transaction,
                                          const Report& report,
                                          std::span<const CellChange> changes);

/// What becomes of a table of a report that is locked and corrected.
struct TableCorrection {
    std::string table{};
    std::vector<int> removed{};  ///< by the numbers that were shown
    int added{};                 ///< so many rows at its end
};
struct CorrectedTable {
    int shift{};        ///< the row that was shown as n is kept as n + shift
    int first_added{};  ///< its number, as it is kept
};
/// Rows that were drawn become rows that people change. Failures as of adding and removing rows,
/// and conflict "report.flow.…" where it may not be corrected now.
[[nodiscard]] Result<CorrectedTable> correct_table(Context& context,
                                                   database::Transaction& transaction,
                                                   const Report& report,
                                                   const TableCorrection& correction);

/// A new row of a free table, at its end; its number. too_large "report.row.too_many".
[[nodiscard]] Result<int> add_row(Context& context, database::Transaction& transaction,
                                  Report& report, std::string_view table);
/// So many of them at once; the number of the first, the others follow it.
[[nodiscard]] Result<int> add_rows(Context& context, database::Transaction& transaction,
                                   Report& report, std::string_view table, int count);
/// The row and what stands in it; conflict "report.row.gone" where it was removed already.
[[nodiscard]] Result<void> remove_row(Context& context, database::Transaction& transaction,
                                      Report& report, std::string_view table, int row);
/// Rows that were drawn become rows that people change.
[[nodiscard]] Result<void> take_drawn_rows(Context& context, database::Transaction& transaction,
                                           Report& report, std::string_view table);

}  // namespace caicach::report
