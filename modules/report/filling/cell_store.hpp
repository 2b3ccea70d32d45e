#pragma once
#include <string_view>
#include <vector>

#include "attachment/api.hpp"
#include "database/transaction.hpp"
#include "report/filling/cell.hpp"
#include "report/ids.hpp"

namespace caicach::report
{

/// A row that somebody added to a table.
struct TableRow {
    std::string table{};
    int number{};
    bool is_removed{};
};

/// Cells, rows and files of reports as rows. Who writes holds the report first
/// (ReportStore::hold).
class CellStore
{
public:
    explicit CellStore(database::Transaction& transaction) : m_transaction(transaction) {}

    static constexpr std::int64_t cells_max = 20'000;

    [[nodiscard]] Result<std::vector<FilledCell>> cells(ReportId report);
    /// In the place of what the cell held.
    [[nodiscard]] Result<void> put(ReportId report, const FilledCell& cell);
    [[nodiscard]] Result<void> remove_row_cells(ReportId report, std::string_view table, int row);

    /// Of all tables, those that were removed, too: their numbers are never given again.
    [[nodiscard]] Result<std::vector<TableRow>> rows(ReportId report);
    [[nodiscard]] Result<void> insert_row(ReportId report, std::string_view table, int row);
    /// conflict "base.changed_meanwhile" where it is gone already.
    [[nodiscard]] Result<void> remove_row(ReportId report, std::string_view table, int row);

    /// Those that go along, in the order they came.
    [[nodiscard]] Result<std::vector<attachment::AttachmentId>> files(ReportId report);
    [[nodiscard]] Result<void> insert_file(ReportId report, attachment::AttachmentId file,
                                           AccountId by, Instant at);
    /// Whether its row is gone: nothing that was sent names it. Otherwise it stays to be read.
    /// conflict "base.changed_meanwhile" where it does not go along any more.
    [[nodiscard]] Result<bool> leave_out_file(ReportId report, attachment::AttachmentId file);
    /// Whose file it is.
    [[nodiscard]] Result<std::optional<ReportId>> report_of_file(attachment::AttachmentId file);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::report
