#include "report/filling/copy.hpp"

#include <algorithm>
#include <map>

#include "report/filling/cell_store.hpp"
#include "report/form/form_cache.hpp"
#include "report/report_store.hpp"
#include "report/sql.hpp"

namespace caicach::report
{
namespace
{

/// What only people know: the program computes the others anew.
bool is_peoples_own(const Definition& form, std::string_view field)
{
    const auto key = field.substr(0, field.find('/'));
    for (const auto* one : indicators_of(form))
        if (one->key == key) return one->source == Source::typed;
    return true;
}

class Copying
{
public:
    Copying(Context& context, database::Transaction& transaction, Report& report)
        : m_context(context), m_transaction(transaction), m_store(transaction), m_report(report)
    {
    }

    Result<Copied> run(const Report& before)
    {
        m_form = TRY(form_content(m_transaction, m_report.version_of_form));
        m_before = TRY(m_store.cells(before.id));
        const auto old_rows = TRY(m_store.rows(before.id));
        const auto rows = TRY(m_store.rows(m_report.id));
        add_cells();
        for (const auto& section : m_form->sections)
            for (const auto& part : section.parts)
                if (const auto* table = std::get_if<FormTable>(&part))
                    TRY(add_table(*table, old_rows, rows));
        const auto saved = TRY(save_cells(m_context, m_transaction, m_report, m_changes));
        m_copied.cells = static_cast<int>(saved.stored.size());
        return m_copied;
    }

private:
    void add(std::string_view field, int row, std::string_view value)
    {
        const auto kind = cell_kind(*m_form, field, row);
        if (!kind || value.empty()) return;
        m_changes.push_back({.field = std::string{field},
                             .row = row,
                             .value = shown_cell(*kind, value),
                             .base = std::string{},
                             .is_copied = true});
    }

    /// Texts, numbers, and cells of tables whose rows stay.
    void add_cells()
    {
        for (const auto& cell : m_before) {
            const auto kind = cell_kind(*m_form, cell.field, cell.row);
            const bool is_row = kind && !kind->table.empty() && !is_fixed(kind->table);
            if (!is_row && is_peoples_own(*m_form, cell.field))
                add(cell.field, cell.row, cell.value);
        }
    }

    [[nodiscard]] bool is_fixed(std::string_view key) const
    {
        for (const auto& section : m_form->sections)
            for (const auto& part : section.parts)
                if (key_of(part) == key) return std::get<FormTable>(part).rows_of == RowsOf::fixed;
        return false;
    }

    Result<void> add_table(const FormTable& table, const std::vector<TableRow>& old_rows,
                           const std::vector<TableRow>& rows)
    {
        const auto lives = [&](const TableRow& one) {
            return one.table == table.key && !one.is_removed;
        };
        if (table.rows_of != RowsOf::free || std::ranges::any_of(rows, lives)) return {};
        for (const auto& old : old_rows) {
            if (!lives(old)) continue;
            const int row = TRY(add_row(m_context, m_transaction, m_report, table.key));
            ++m_copied.rows;
            for (const auto& cell : m_before)
                if (cell.row == old.number && cell.field.starts_with(table.key + "/"))
                    add(cell.field, row, cell.value);
        }
        return {};
    }

    Context& m_context;
    database::Transaction& m_transaction;
    CellStore m_store;
    Report& m_report;
    FormContent m_form{};
    std::vector<FilledCell> m_before{};
    std::vector<CellChange> m_changes{};
    Copied m_copied{};
};

}  // namespace

Result<std::optional<Report>> report_before(database::Transaction& transaction,
                                            const Report& report, const ReportPeriod& period)
{
    const auto map = [](const database::Row& row) { return row.id<ReportId>("id"); };
    const auto id = TRY(transaction.maybe_one(sql::report_before, map, report.agency, report.form,
                                              period.days.from));
    if (!id) return std::optional<Report>{};
    auto before = TRY(ReportStore{transaction}.find(*id));
    return std::optional{std::move(before)};
}

Result<Copied> copy_from_before(Context& context, database::Transaction& transaction,
                                Report& report)
{
    const auto period = TRY(ReportStore{transaction}.period(report.period));
    const auto before = TRY(report_before(transaction, report, period));
    if (!before) return failure(Failure::not_found, "report.copy.none");
    return Copying{context, transaction, report}.run(*before);
}

}  // namespace caicach::report
