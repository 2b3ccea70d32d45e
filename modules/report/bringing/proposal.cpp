#include "report/bringing/proposal.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "crypto/crypto.hpp"
#include "report/filling/cell.hpp"
#include "report/limits.hpp"

namespace caicach::report
{
namespace
{

const FormTable* table_of(const Definition& definition, std::string_view key)
{
    for (const auto& section : definition.sections)
        for (const auto& part : section.parts)
            if (const auto* table = std::get_if<FormTable>(&part); table && table->key == key)
                return table;
    return nullptr;
}

Error error_of(std::string_view key, std::vector<std::string> arguments = {})
{
    return {Failure::invalid, std::string{key}, {}, std::move(arguments), {}};
}

class Proposing
{
public:
    Proposing(const Filled& filled, const Brought& brought) : m_filled(filled), m_brought(brought)
    {
        m_proposed.faults = brought.faults;
    }

    Proposed run()
    {
        for (const auto& one : m_brought.cells) cell(one);
        for (const auto& one : m_brought.rows) row(one);
        return std::move(m_proposed);
    }

private:
    void fault(int line, std::string_view column, Error error)
    {
        m_proposed.faults.push_back({line, std::string{column}, std::move(error)});
    }

    void cell(const BroughtCell& one)
    {
        if (one.value.empty()) return;
        const auto kind = cell_kind(*m_filled.definition, one.field, 0);
        if (!kind || !kind->table.empty())
            return fault(one.line, one.field, error_of("report.import.unknown"));
        put(*kind, {.place = kind->text, .field = one.field, .before = stored(one.field)},
            one.value, one.line);
    }

    /// As it is kept, of a number or a text.
    [[nodiscard]] std::string stored(const std::string& field) const
    {
        const auto text = m_filled.texts.find(field);
        if (text != m_filled.texts.end()) return text->second;
        const auto half = m_filled.halves.find(field);
        if (half != m_filled.halves.end()) return canonical(half->second);
        const auto* one = m_filled.indicator(field);
        return one != nullptr && one->typed ? canonical(one->typed->numerator) : std::string{};
    }

    /// `before` comes as it is kept, and goes as it is shown.
    void put(const CellKind& kind, ProposedCell proposed, const std::string& typed, int line)
    {
        const auto value = cell_value(kind, typed);
        if (!value) return fault(line, kind.text, value.error());
        if (*value == proposed.before) {
            ++m_proposed.unchanged;
            return;
        }
        proposed.before = shown_cell(kind, proposed.before);
        proposed.after = shown_cell(kind, *value);
        m_proposed.cells.push_back(std::move(proposed));
    }

    void row(const BroughtRow& one)
    {
        const auto* table = table_of(*m_filled.definition, one.table);
        if (table == nullptr) return fault(one.line, one.table, error_of("report.import.unknown"));
        const auto& rows = m_filled.tables.at(one.table);
        const auto& drawn = m_filled.drawn_tables;
        if (!rows.empty() && std::ranges::find(drawn, one.table) != drawn.end()) {
            // A workbook that went out and comes back has them as they are.
            if (!is_there(*table, rows, one))
                return fault(one.line, table->text, error_of("report.import.drawn"));
            ++m_proposed.unchanged;
            return;
        }
        if (one.row == 0) return new_row(*table, rows, one);
        const auto found = std::ranges::find(rows, one.row, &FilledRow::number);
        if (found == rows.end())
            return fault(one.line, table->text, error_of("report.import.row_gone"));
        const auto place =
            table->text + ", dòng " +
            (found->name.empty() ? std::to_string(found - rows.begin() + 1) : found->name);
        put_row(*table, one, place, one.row, found->cells);
    }

    void put_row(const FormTable& table, const BroughtRow& one, const std::string& place, int row,
                 const std::vector<std::string>& before)
    {
        for (std::size_t i = 0; i < table.columns.size() && i < one.cells.size(); ++i) {
            if (one.cells[i].empty()) continue;
            const auto& column = table.columns[i];
            const CellKind kind{.text = column.text,
                                .is_number = column.is_number,
                                .decimals = column.decimals,
                                .length_max = limits::cell_length_max};
            put(kind,
                {.place = place + ", " + column.text,
                 .field = table.key + "/" + column.key,
                 .row = row,
                 .before = before.empty() ? std::string{} : before[i]},
                one.cells[i], one.line);
        }
    }

    void new_row(const FormTable& table, const std::vector<FilledRow>& rows, const BroughtRow& one)
    {
        if (table.rows_of == RowsOf::fixed)
            return fault(one.line, table.text, error_of("report.paste.no_row"));
        if (std::ranges::all_of(one.cells, [](const auto& cell) { return cell.empty(); })) return;
        if (is_there(table, rows, one)) {
            ++m_proposed.unchanged;
            return;
        }
        auto& added = m_added[table.key];
        if (rows.size() + added >= limits::table_rows_max)
            return fault(one.line, table.text,
                         error_of("report.row.too_many", {std::to_string(limits::table_rows_max)}));
        ++added;
        m_proposed.new_rows.push_back(table.key);
        const auto place = table.text + ", dòng mới " + std::to_string(added);
        put_row(table, one, place, -static_cast<int>(m_proposed.new_rows.size()), {});
    }

    /// Word by word as a row that is there.
    static bool is_there(const FormTable& table, const std::vector<FilledRow>& rows,
                         const BroughtRow& one)
    {
        const auto is_same = [&](const FilledRow& row) {
            for (std::size_t i = 0; i < table.columns.size(); ++i) {
                const auto& column = table.columns[i];
                const CellKind kind{.is_number = column.is_number,
                                    .decimals = column.decimals,
                                    .length_max = limits::cell_length_max};
                const auto said = i < one.cells.size() ? one.cells[i] : std::string{};
                const auto value = cell_value(kind, said);
                if (!value || *value != row.cells[i]) return false;
            }
            return true;
        };
        return std::ranges::any_of(rows, is_same);
    }

    const Filled& m_filled;
    const Brought& m_brought;
    std::map<std::string, std::size_t> m_added{};
    Proposed m_proposed{};
};

/// Numbers that the new rows have, in order.
Result<std::vector<int>> added_rows(Context& context, database::Transaction& transaction,
                                    Report& report, const std::vector<std::string>& tables)
{
    std::map<std::string, int> wanted;
    for (const auto& table : tables) ++wanted[table];
    std::map<std::string, int> next;
    for (const auto& [table, count] : wanted)
        next[table] = TRY(add_rows(context, transaction, report, table, count));
    std::vector<int> numbers;
    numbers.reserve(tables.size());
    for (const auto& table : tables) numbers.push_back(next[table]++);
    return numbers;
}

}  // namespace

std::string Proposed::stamp() const
{
    std::string all;
    for (const auto& one : cells)
        all += one.field + "\n" + std::to_string(one.row) + "\n" +
               std::to_string(one.before.size()) + "\n" + one.before + "\n" +
               std::to_string(one.after.size()) + "\n" + one.after + "\n";
    return crypto::sha256_hex(all);
}

Proposed propose(const Filled& filled, const Brought& brought)
{
    return Proposing{filled, brought}.run();
}

Result<void> carry_out(Context& context, database::Transaction& transaction, Report& report,
                       const Proposed& proposed, std::string_view stamp)
{
    if (!proposed.faults.empty())
        return failure(Failure::conflict, "report.import.faults", {},
                       {std::to_string(proposed.faults.size())});
    if (stamp != proposed.stamp())
        return failure(Failure::conflict, "report.import.report_changed");
    const auto added = TRY(added_rows(context, transaction, report, proposed.new_rows));
    std::vector<CellChange> changes;
    changes.reserve(proposed.cells.size());
    for (const auto& one : proposed.cells) {
        const auto row = one.row < 0 ? added[static_cast<std::size_t>(-one.row) - 1] : one.row;
        changes.push_back({.field = one.field, .row = row, .value = one.after, .base = one.before});
    }
    const auto saved = TRY(save_cells(context, transaction, report, changes));
    if (!saved.contested.empty() || !saved.faults.empty())
        return failure(Failure::conflict, "report.import.report_changed");
    return {};
}

}  // namespace caicach::report
