#include "report/filling/filled.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "evidence/api.hpp"
#include "report/filling/cell_store.hpp"
#include "report/filling/gathering.hpp"
#include "report/filling/prefill.hpp"
#include "report/form/expression.hpp"
#include "report/form/form_cache.hpp"
#include "report/limits.hpp"
#include "report/report_store.hpp"

namespace caicach::report
{
namespace
{

using Cells = std::map<std::pair<std::string, int>, std::string>;

std::string cell_of(const Cells& cells, const std::string& field, int row)
{
    const auto found = cells.find({field, row});
    return found == cells.end() ? std::string{} : found->second;
}

/// What was typed of a number; of a ratio both halves, or none.
std::optional<Amount> typed_amount(const Indicator& indicator, const Cells& cells)
{
    if (indicator.source == Source::computed) return {};
    const auto numerator = cell_amount(cell_of(cells, indicator.key, 0));
    if (!numerator) return {};
    if (indicator.adding != Adding::ratio) return Amount{.numerator = *numerator};
    const auto field = indicator.key + std::string{denominator_part};
    const auto denominator = cell_amount(cell_of(cells, field, 0));
    if (!denominator) return {};
    return Amount{.numerator = *numerator, .denominator = denominator};
}

/// Numbers of a column as they are kept, whatever the module that told them wrote.
std::string drawn_cell(const FormColumn& column, std::string_view told)
{
    const CellKind kind{.is_number = column.is_number,
                        .decimals = limits::decimals_max,
                        .length_max = limits::cell_length_max};
    const auto value = cell_value(kind, told);
    return value ? *value : std::string{};
}

/// Columns of the form take those of the list that bear their keys; others stay empty, for people.
FilledRow drawn_row(const FormTable& table, const evidence::ToldTable& told,
                    const evidence::ToldRow& cells, int number)
{
    FilledRow row{.number = number};
    for (const auto& column : table.columns) {
        const auto found = std::ranges::find(told.columns, column.key, &evidence::ToldColumn::key);
        const auto at = static_cast<std::size_t>(found - told.columns.begin());
        row.cells.push_back(at < cells.size() && found != told.columns.end()
                                ? drawn_cell(column, cells[at])
                                : std::string{});
    }
    return row;
}

class Filling
{
public:
    Filling(Context& context, database::Transaction& transaction, const Report& report)
        : m_context(context), m_transaction(transaction), m_cells_of(transaction)
    {
        m_filled.report = report;
    }

    Result<Filled> run()
    {
        const auto& report = m_filled.report;
        m_filled.period = TRY(ReportStore{m_transaction}.period(report.period));
        m_filled.definition = TRY(form_content(m_transaction, report.version_of_form));
        const auto cells = TRY(m_cells_of.cells(report.id));
        for (const auto& one : cells) {
            m_cells.emplace(std::pair{one.field, one.row}, one.value);
            if (one.is_copied) m_filled.copied.emplace(one.field, one.row);
        }
        TRY(add_indicators());
        m_rows = TRY(m_cells_of.rows(report.id));
        for (const auto& section : m_filled.definition->sections)
            for (const auto& part : section.parts) TRY(add(part));
        TRY(gather(m_transaction, m_filled));
        const auto files = TRY(m_cells_of.files(report.id));
        for (const auto id : files) {
            auto file = TRY(attachment::find(m_transaction, id));
            m_filled.files.push_back(std::move(file));
        }
        return std::move(m_filled);
    }

private:
    Result<void> add_indicators()
    {
        const auto& form = *m_filled.definition;
        const auto computed =
            TRY(prefill(m_context, m_transaction, m_filled.report, m_filled.period, form));
        for (const auto* indicator : indicators_of(form)) {
            FilledIndicator one{.indicator = indicator, .typed = typed_amount(*indicator, m_cells)};
            if (indicator->adding == Adding::ratio) add_halves(indicator->key);
            const auto found = computed.find(indicator->key);
            if (found != computed.end()) one.computed = found->second;
            m_filled.indicators.push_back(std::move(one));
        }
        return {};
    }

    void add_halves(const std::string& key)
    {
        for (const auto& field : {key, key + std::string{denominator_part}})
            if (const auto amount = cell_amount(cell_of(m_cells, field, 0)))
                m_filled.halves.emplace(field, *amount);
    }

    Result<void> add(const Part& part)
    {
        if (const auto* words = std::get_if<Narrative>(&part)) {
            auto text = cell_of(m_cells, words->key, 0);
            if (!text.empty()) m_filled.texts.emplace(words->key, std::move(text));
            return {};
        }
        const auto* table = std::get_if<FormTable>(&part);
        if (table == nullptr) return {};
        auto& rows = m_filled.tables[table->key];
        if (table->rows_of == RowsOf::fixed) {
            for (std::size_t i = 0; i < table->fixed_rows.size(); ++i)
                rows.push_back(row_of(*table, static_cast<int>(i) + 1, table->fixed_rows[i]));
            return {};
        }
        for (const auto& one : m_rows)
            if (one.table == table->key && !one.is_removed)
                rows.push_back(row_of(*table, one.number, {}));
        if (table->rows_of == RowsOf::told && rows.empty()) return add_drawn(*table, rows);
        return {};
    }

    [[nodiscard]] FilledRow row_of(const FormTable& table, int number, std::string name) const
    {
        FilledRow row{.number = number, .name = std::move(name)};
        for (const auto& column : table.columns)
            row.cells.push_back(cell_of(m_cells, table.key + "/" + column.key, number));
        return row;
    }

    Result<void> add_drawn(const FormTable& table, std::vector<FilledRow>& rows)
    {
        const evidence::Telling telling{.agency = m_filled.report.agency,
                                        .window = m_filled.period.data,
                                        .today = m_context.today()};
        const auto told = evidence::told_table(m_context, m_transaction, telling, table.told_table,
                                               limits::table_rows_max);
        m_filled.drawn_tables.push_back(table.key);
        // Who kept it is no part of this program any more: the table is empty, and people fill it.
        if (!told && told.error().kind == Failure::not_found) return {};
        if (!told) return tl::unexpected<Error>(told.error());
        const auto tables = TRY(evidence::told_tables(m_context, m_transaction));
        const auto known = std::ranges::find(tables, table.told_table, &evidence::ToldTable::key);
        if (known == tables.end()) return {};
        for (const auto& cells : *told)
            rows.push_back(drawn_row(table, *known, cells, static_cast<int>(rows.size()) + 1));
        return {};
    }

    Context& m_context;
    database::Transaction& m_transaction;
    CellStore m_cells_of;
    Cells m_cells{};
    std::vector<TableRow> m_rows{};
    Filled m_filled{};
};

void add_missing(const Filled& filled, std::vector<Fault>& faults)
{
    for (const auto& section : filled.definition->sections) {
        for (const auto& part : section.parts) {
            const auto* one = std::get_if<Indicator>(&part);
            if (one != nullptr && one->is_required && !filled.indicator(one->key)->sent())
                faults.push_back({.field = one->key, .text = one->text + ": chưa có số."});
            const auto* words = std::get_if<Narrative>(&part);
            if (words != nullptr && words->is_required && !filled.texts.contains(words->key))
                faults.push_back({.field = words->key, .text = words->text + ": chưa có lời văn."});
        }
    }
}

/// Rules of the form, as far as the numbers that they need are there.
void add_broken_rules(const Filled& filled, std::vector<Fault>& faults)
{
    const auto value_of = [&](std::string_view key) -> std::optional<std::int64_t> {
        const auto* one = filled.indicator(key);
        const auto sent = one == nullptr ? std::nullopt : one->sent();
        return sent ? std::optional{number_of(*one->indicator, *sent)} : std::nullopt;
    };
    for (const auto& check : filled.definition->checks) {
        const auto left = parse_expression(check.left);
        const auto right = parse_expression(check.right);
        if (!left || !right) continue;  // form_rules lets no such form come into force
        const auto kept = is_kept(*left, check.comparison, *right, value_of);
        if (!kept || *kept) continue;
        const auto key =
            std::ranges::find_if(*left, [](const Term& one) { return !one.key.empty(); });
        faults.push_back({.field = key == left->end() ? std::string{} : key->key,
                          .weight = check.weight,
                          .text = check.text});
    }
}

}  // namespace

std::optional<Amount> FilledIndicator::own() const
{
    if (typed || !computed) return typed;
    return computed->amount;
}

std::optional<Amount> FilledIndicator::sent() const
{
    return gathered ? gathered->together.amount : own();
}

std::optional<std::int64_t> FilledIndicator::difference() const
{
    if (!typed || !computed || typed->denominator || computed->amount.denominator) return {};
    if (*typed == computed->amount) return {};
    std::int64_t less{};
    if (__builtin_sub_overflow(typed->numerator, computed->amount.numerator, &less)) return {};
    return less;
}

const FilledIndicator* Filled::indicator(std::string_view key) const
{
    const auto found = std::ranges::find_if(
        indicators, [&](const FilledIndicator& one) { return one.indicator->key == key; });
    return found == indicators.end() ? nullptr : &*found;
}

bool Filled::is_copied(std::string_view field, int row) const
{
    return copied.contains({std::string{field}, row});
}

Result<Filled> filled_of(Context& context, database::Transaction& transaction, const Report& report)
{
    return Filling{context, transaction, report}.run();
}

std::vector<Fault> faults_of(const Filled& filled)
{
    std::vector<Fault> faults;
    add_missing(filled, faults);
    add_not_gathered(filled, faults);
    add_broken_rules(filled, faults);
    return faults;
}

std::string shown(const Indicator& indicator, const Amount& amount)
{
    if (amount.denominator && indicator.adding == Adding::weighted_mean) {
        if (*amount.denominator == 0) return "–";
        return shown(number_of(indicator, amount), indicator.decimals);
    }
    if (amount.denominator && indicator.adding == Adding::count_of_yes)
        return shown(amount.numerator) + " trong " + shown(*amount.denominator);
    return shown(amount, indicator.decimals);
}

}  // namespace caicach::report
