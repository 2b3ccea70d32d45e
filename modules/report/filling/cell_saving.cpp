#include "report/filling/cell_saving.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "evidence/api.hpp"
#include "json/value.hpp"
#include "report/filling/cell_store.hpp"
#include "report/filling/secret_marks.hpp"
#include "report/form/form_cache.hpp"
#include "report/limits.hpp"
#include "report/report_store.hpp"

namespace caicach::report
{
namespace
{

Result<void> record(Context& context, database::Transaction& transaction, std::string_view action,
                    const Report& report, const json::Value& detail)
{
    return context.record(transaction, action, "report.report", report.id.value,
                          json::dump(detail));
}

/// Nobody else changes the report meanwhile, and this may be done with it now.
Result<FormContent> open_for(Act act, Context& context, database::Transaction& transaction,
                             const Report& report)
{
    auto form = TRY(form_content(transaction, report.version_of_form));
    TRY(after(report, act, form->flow, context.today()));
    return form;
}

/// With its first cell an expected report is a draft.
Result<void> begin(Context& context, database::Transaction& transaction, const Definition& form,
                   Report& report)
{
    const auto next = TRY(after(report, Act::fill, form.flow, context.today()));
    if (next == report.state) return {};
    report.state = next;
    TRY(ReportStore{transaction}.save(report));
    ++report.version;
    return {};
}

const FormTable* table_of(const Definition& definition, std::string_view key)
{
    for (const auto& section : definition.sections)
        for (const auto& part : section.parts)
            if (const auto* table = std::get_if<FormTable>(&part); table && table->key == key)
                return table;
    return nullptr;
}

Result<const FormTable*> changing_table(const Definition& definition, std::string_view key)
{
    const auto* table = table_of(definition, key);
    if (table == nullptr || table->rows_of == RowsOf::fixed)
        return failure(Failure::invalid, "report.cell.unknown");
    return table;
}

using Place = std::pair<std::string, int>;

/// One saving: what is stored, and what came.
class Saving
{
public:
    Saving(Context& context, database::Transaction& transaction, const Definition& form,
           const Report& report)
        : m_context(context), m_store(transaction), m_form(form), m_report(report)
    {
    }

    Result<void> load()
    {
        auto cells = TRY(m_store.cells(m_report.id));
        for (auto& one : cells) m_cells.emplace(Place{one.field, one.row}, std::move(one));
        const auto rows = TRY(m_store.rows(m_report.id));
        for (const auto& one : rows)
            if (!one.is_removed) m_rows.emplace(one.table, one.number);
        return {};
    }

    Result<void> take(const CellChange& change)
    {
        const auto kind = cell_kind(m_form, change.field, change.row);
        if (!kind) return failure(Failure::invalid, "report.cell.unknown");
        const auto value = cell_value(*kind, change.value);
        auto was = stored(change);
        if (value && *value == was.value) return {};
        const auto base = change.base ? cell_value(*kind, *change.base) : Result<std::string>{""};
        if (value && base && *value == *base) return {};  // untouched by who sends it
        if (!value) return refuse(change, value.error());
        if (!kind->is_number && bears_secret_mark(*value, m_context.today()))
            return refuse(change, {Failure::invalid, "report.secret.marked", {}, {}, {}});
        if (is_gone(*kind, change.row) || !base || *base != was.value) {
            m_saved.contested.push_back(was);
            return {};
        }
        was.is_copied = change.is_copied;
        return put(std::move(was), *value);
    }

    [[nodiscard]] Saved done() { return std::move(m_saved); }

private:
    [[nodiscard]] FilledCell stored(const CellChange& change) const
    {
        const auto found = m_cells.find({change.field, change.row});
        if (found != m_cells.end()) return found->second;
        return {.field = change.field, .row = change.row};
    }

    /// Somebody removed the row, or it was never there.
    [[nodiscard]] bool is_gone(const CellKind& kind, int row) const
    {
        if (kind.table.empty()) return false;
        const auto* table = table_of(m_form, kind.table);
        return table->rows_of != RowsOf::fixed && !m_rows.contains({kind.table, row});
    }

    Result<void> refuse(const CellChange& change, const Error& error)
    {
        m_saved.faults.push_back(
            {.field = change.field, .row = change.row, .text = m_context.message(error)});
        return {};
    }

    Result<void> put(FilledCell cell, const std::string& value)
    {
        cell.value = value;
        cell.by = m_context.actor().account;
        cell.at = m_context.now();
        TRY(m_store.put(m_report.id, cell));
        ++cell.version;
        m_cells.insert_or_assign({cell.field, cell.row}, cell);
        m_saved.stored.push_back(std::move(cell));
        return {};
    }

    Context& m_context;
    CellStore m_store;
    const Definition& m_form;
    const Report& m_report;
    std::map<Place, FilledCell> m_cells{};
    std::set<Place> m_rows{};
    Saved m_saved{};
};

Result<Saved> keep(Context& context, database::Transaction& transaction, const Definition& form,
                   const Report& report, std::span<const CellChange> changes)
{
    Saving saving{context, transaction, form, report};
    TRY(saving.load());
    for (const auto& change : changes) TRY(saving.take(change));
    return saving.done();
}

/// Which cells, never what stands in them.
json::Value places_of(const std::vector<FilledCell>& cells)
{
    auto list = json::Value::array();
    for (const auto& one : cells)
        list.push(one.row == 0 ? one.field : one.field + "#" + std::to_string(one.row));
    return json::Value::object().set("cells", std::move(list));
}

int last_row(const std::vector<TableRow>& rows, std::string_view table)
{
    int last = 0;
    for (const auto& one : rows)
        if (one.table == table) last = std::max(last, one.number);
    return last;
}

std::ptrdiff_t count_of(const std::vector<TableRow>& rows, std::string_view table)
{
    return std::ranges::count_if(
        rows, [&](const TableRow& one) { return one.table == table && !one.is_removed; });
}

/// So many at its end; the number of the first.
Result<int> append_rows(CellStore& store, const Report& report, const FormTable& table, int count)
{
    const auto rows = TRY(store.rows(report.id));
    if (count_of(rows, table.key) + count > static_cast<std::ptrdiff_t>(limits::table_rows_max))
        return failure(Failure::too_large, "report.row.too_many", {},
                       {std::to_string(limits::table_rows_max)});
    const int first = last_row(rows, table.key) + 1;
    for (int i = 0; i < count; ++i) TRY(store.insert_row(report.id, table.key, first + i));
    return first;
}

Result<void> remove_kept_row(CellStore& store, const Report& report, const FormTable& table,
                             int row)
{
    auto removed = store.remove_row(report.id, table.key, row);
    if (!removed && removed.error().kind == Failure::conflict)
        return failure(Failure::conflict, "report.row.gone");
    if (!removed) return removed;
    return store.remove_row_cells(report.id, table.key, row);
}

json::Value rows_added(const FormTable& table, int first, int count)
{
    auto detail = json::Value::object().set("table", table.key).set("row", first);
    if (count > 1) detail.set("count", count);
    return detail;
}

json::Value row_removed(const FormTable& table, int row)
{
    return json::Value::object().set("table", table.key).set("row", row);
}

/// The rows as the program has them now, behind all numbers that were given; the last of these.
Result<int> keep_drawn_rows(Context& context, database::Transaction& transaction,
                            const Report& report, const FormTable& table)
{
    CellStore store{transaction};
    const auto rows = TRY(store.rows(report.id));
    const auto filled = TRY(filled_of(context, transaction, report));
    const int last = last_row(rows, table.key);
    for (const auto& drawn : filled.tables.at(table.key)) {
        TRY(store.insert_row(report.id, table.key, last + drawn.number));
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (drawn.cells[i].empty()) continue;
            TRY(store.put(report.id, {.field = table.key + "/" + table.columns[i].key,
                                      .row = last + drawn.number,
                                      .value = drawn.cells[i],
                                      .by = context.actor().account,
                                      .at = context.now()}));
        }
    }
    TRY(record(context, transaction, "report.row.taken_over", report,
               json::Value::object().set("table", table.key)));
    return last;
}

}  // namespace

Result<Saved> save_cells(Context& context, database::Transaction& transaction, Report& report,
                         std::span<const CellChange> changes)
{
    const auto form = TRY(open_for(Act::fill, context, transaction, report));
    auto saved = TRY(keep(context, transaction, *form, report, changes));
    if (saved.stored.empty()) return saved;
    TRY(begin(context, transaction, *form, report));
    TRY(record(context, transaction, "report.cells.changed", report, places_of(saved.stored)));
    return saved;
}

Result<Saved> correct_cells(Context& context, database::Transaction& transaction,
                            const Report& report, std::span<const CellChange> changes)
{
    const auto form = TRY(open_for(Act::correct, context, transaction, report));
    auto saved = TRY(keep(context, transaction, *form, report, changes));
    if (saved.stored.empty()) return saved;
    TRY(record(context, transaction, "report.cells.changed", report, places_of(saved.stored)));
    return saved;
}

Result<int> add_row(Context& context, database::Transaction& transaction, Report& report,
                    std::string_view table)
{
    return add_rows(context, transaction, report, table, 1);
}

Result<int> add_rows(Context& context, database::Transaction& transaction, Report& report,
                     std::string_view table, int count)
{
    const auto form = TRY(open_for(Act::fill, context, transaction, report));
    const auto* found = TRY(changing_table(*form, table));
    CellStore store{transaction};
    const int first = TRY(append_rows(store, report, *found, count));
    TRY(begin(context, transaction, *form, report));
    TRY(record(context, transaction, "report.row.added", report, rows_added(*found, first, count)));
    return first;
}

Result<void> remove_row(Context& context, database::Transaction& transaction, Report& report,
                        std::string_view table, int row)
{
    const auto form = TRY(open_for(Act::fill, context, transaction, report));
    const auto* found = TRY(changing_table(*form, table));
    CellStore store{transaction};
    TRY(remove_kept_row(store, report, *found, row));
    return record(context, transaction, "report.row.removed", report, row_removed(*found, row));
}

Result<void> take_drawn_rows(Context& context, database::Transaction& transaction, Report& report,
                             std::string_view table)
{
    const auto form = TRY(open_for(Act::fill, context, transaction, report));
    const auto* found = TRY(changing_table(*form, table));
    const auto rows = TRY(CellStore{transaction}.rows(report.id));
    if (found->rows_of != RowsOf::told || count_of(rows, found->key) > 0)
        return failure(Failure::conflict, "report.row.taken_over");
    TRY(keep_drawn_rows(context, transaction, report, *found));
    return begin(context, transaction, *form, report);
}

Result<CorrectedTable> correct_table(Context& context, database::Transaction& transaction,
                                     const Report& report, const TableCorrection& correction)
{
    const auto form = TRY(open_for(Act::correct, context, transaction, report));
    const auto* table = TRY(changing_table(*form, correction.table));
    CellStore store{transaction};
    CorrectedTable done;
    const auto rows = TRY(store.rows(report.id));
    if (table->rows_of == RowsOf::told && count_of(rows, table->key) == 0)
        done.shift = TRY(keep_drawn_rows(context, transaction, report, *table));
    for (const int shown : correction.removed) {
        const int row = shown + done.shift;
        TRY(remove_kept_row(store, report, *table, row));
        TRY(record(context, transaction, "report.row.removed", report, row_removed(*table, row)));
    }
    if (correction.added == 0) return done;
    done.first_added = TRY(append_rows(store, report, *table, correction.added));
    TRY(record(context, transaction, "report.row.added", report,
               rows_added(*table, done.first_added, correction.added)));
    return done;
}

}  // namespace caicach::report
