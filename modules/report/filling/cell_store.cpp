#include "report/filling/cell_store.hpp"

#include "report/limits.hpp"
#include "report/sql.hpp"

namespace caicach::report
{
namespace
{

constexpr std::int64_t rows_max = 10'000;

FilledCell cell_from(const database::Row& row)
{
    return {.field = row.string("field"),
            .row = static_cast<int>(row.integer("row_number")),
            .value = row.string("value"),
            .version = row.integer("version"),
            .by = row.id<AccountId>("changed_by"),
            .at = row.instant("changed_at"),
            .is_copied = row.boolean("is_copied")};
}

TableRow row_from(const database::Row& row)
{
    return {.table = row.string("field"),
            .number = static_cast<int>(row.integer("row_number")),
            .is_removed = row.boolean("is_removed")};
}

}  // namespace

Result<std::vector<FilledCell>> CellStore::cells(ReportId report)
{
    return m_transaction.all(sql::cells_of_report, cell_from, report, cells_max);
}

Result<void> CellStore::put(ReportId report, const FilledCell& cell)
{
    return m_transaction.change_one(sql::put_cell, report, cell.field, cell.row, cell.value,
                                    cell.by, cell.at.value_or(Instant{}), cell.is_copied);
}

Result<void> CellStore::remove_row_cells(ReportId report, std::string_view table, int row)
{
    TRY(m_transaction.change(sql::remove_row_cells, report, std::string{table} + "/", row,
                             std::string{table} + "0"));
    return {};
}

Result<std::vector<TableRow>> CellStore::rows(ReportId report)
{
    return m_transaction.all(sql::rows_of_report, row_from, report, rows_max);
}

Result<void> CellStore::insert_row(ReportId report, std::string_view table, int row)
{
    return m_transaction.change_one(sql::insert_row, report, table, row);
}

Result<void> CellStore::remove_row(ReportId report, std::string_view table, int row)
{
    return m_transaction.change_one(sql::remove_row, report, table, row);
}

Result<std::vector<attachment::AttachmentId>> CellStore::files(ReportId report)
{
    const auto map = [](const database::Row& row) {
        return row.id<attachment::AttachmentId>("attachment_id");
    };
    return m_transaction.all(sql::files_of_report, map, report,
                             static_cast<std::int64_t>(limits::files_max));
}

Result<void> CellStore::insert_file(ReportId report, attachment::AttachmentId file, AccountId by,
                                    Instant at)
{
    return m_transaction.change_one(sql::insert_file, file, report, by, at);
}

Result<bool> CellStore::leave_out_file(ReportId report, attachment::AttachmentId file)
{
    const bool is_gone = TRY(m_transaction.change(sql::remove_unsent_file, report, file)) > 0;
    if (!is_gone) TRY(m_transaction.change_one(sql::leave_out_file, report, file));
    return is_gone;
}

Result<std::optional<ReportId>> CellStore::report_of_file(attachment::AttachmentId file)
{
    const auto map = [](const database::Row& row) { return row.id<ReportId>("report_id"); };
    return m_transaction.maybe_one(sql::report_of_file, map, file);
}

}  // namespace caicach::report
