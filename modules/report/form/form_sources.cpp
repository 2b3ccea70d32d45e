#include "report/form/form_sources.hpp"

#include <algorithm>
#include <utility>

#include "report/form/form_rules.hpp"
#include "text/text.hpp"

namespace caicach::report
{
namespace
{

Error fault(std::string pointer, std::string key, std::vector<std::string> arguments)
{
    return {Failure::invalid, std::move(key), std::move(pointer), std::move(arguments), {}};
}

/// Of told numbers no page has a list.
std::string told_figures_text(const FormSources& sources)
{
    std::vector<std::string> keys;
    for (const auto& [key, figure] : sources.figures)
        if (figure.is_told) keys.push_back(key);
    return text::join(keys, ", ");
}

std::string tables_text(const FormSources& sources)
{
    std::vector<std::string> keys;
    keys.reserve(sources.tables.size());
    for (const auto& table : sources.tables) keys.push_back(table.key);
    return text::join(keys, ", ");
}

/// A ratio is told in two numbers, or is made of two figures.
void check_ratio(const Indicator& one, const FormSources& sources, const std::string& pointer,
                 std::vector<Error>& faults)
{
    if (one.source == Source::typed) return;
    const auto* figure = sources.figure(one.figure);
    if (figure == nullptr) return;  // told already
    const bool is_whole = figure->is_ratio
                              ? one.denominator_figure.empty()
                              : one.denominator_figure.empty() == (one.adding != Adding::ratio);
    if (figure->is_ratio && (one.adding != Adding::ratio || !is_whole)) {
        faults.push_back(fault(pointer + "/figure", "report.form.told_ratio", {one.figure}));
    } else if (!is_whole) {
        faults.push_back(fault(pointer + "/denominator_figure", "report.form.denominator", {}));
    }
    const auto* denominator = sources.figure(one.denominator_figure);
    if (denominator != nullptr && denominator->is_ratio)
        faults.push_back(fault(pointer + "/denominator_figure", "report.form.told_ratio",
                               {one.denominator_figure}));
}

void check_table(const FormTable& one, const FormSources& sources, const std::string& pointer,
                 std::vector<Error>& faults)
{
    if (one.told_table.empty()) return;
    const auto* table = sources.table(one.told_table);
    if (table == nullptr) {
        faults.push_back(fault(pointer + "/told_table", "report.form.unknown_table",
                               {one.told_table, tables_text(sources)}));
        return;
    }
    const bool has_any = std::ranges::any_of(
        one.columns, [&](const FormColumn& column) { return sources.is_told(one, column); });
    if (has_any) return;
    std::vector<std::string> keys;
    keys.reserve(table->columns.size());
    for (const auto& column : table->columns) keys.push_back(column.key);
    faults.push_back(
        fault(pointer + "/columns", "report.form.told_columns", {text::join(keys, ", ")}));
}

}  // namespace

const KnownFigure* FormSources::figure(std::string_view key) const
{
    const auto found = figures.find(key);
    return found == figures.end() ? nullptr : &found->second;
}

const evidence::ToldTable* FormSources::table(std::string_view key) const
{
    const auto found = std::ranges::find(tables, key, &evidence::ToldTable::key);
    return found == tables.end() ? nullptr : &*found;
}

bool FormSources::is_told(const FormTable& one, const FormColumn& column) const
{
    const auto* told = table(one.told_table);
    return told != nullptr && std::ranges::find(told->columns, column.key,
                                                &evidence::ToldColumn::key) != told->columns.end();
}

Result<FormSources> form_sources(Context& context, database::Transaction& transaction)
{
    FormSources sources;
    const auto counted = TRY(evidence::figures(context, transaction));
    for (const auto& one : counted) sources.figures[one.key] = {.text = one.text};
    const auto told = TRY(evidence::told_figures(context, transaction));
    for (const auto& one : told)
        sources.figures[one.key] = {.text = one.text, .is_told = true, .is_ratio = one.is_ratio};
    sources.tables = TRY(evidence::told_tables(context, transaction));
    return sources;
}

std::vector<Error> source_faults(const Definition& definition, const FormSources& sources)
{
    std::vector<Error> faults;
    for (const auto& [key, pointer] : figures_in(definition)) {
        if (sources.figure(key) == nullptr)
            faults.push_back(
                fault(pointer, "report.form.unknown_figure", {key, told_figures_text(sources)}));
    }
    for (std::size_t i = 0; i < definition.sections.size(); ++i) {
        const auto& parts = definition.sections[i].parts;
        for (std::size_t j = 0; j < parts.size(); ++j) {
            const auto at = "/sections/" + std::to_string(i) + "/parts/" + std::to_string(j);
            if (const auto* number = std::get_if<Indicator>(&parts[j]))
                check_ratio(*number, sources, at + "/indicator", faults);
            if (const auto* rows = std::get_if<FormTable>(&parts[j]))
                check_table(*rows, sources, at + "/table", faults);
        }
    }
    return faults;
}

}  // namespace caicach::report
