#include "report/filling/gathering.hpp"

#include <algorithm>
#include <utility>

#include "report/aggregate/aggregate.hpp"
#include "report/aggregate/table_totals.hpp"
#include "report/filling/cell.hpp"
#include "report/flow/value_writing.hpp"
#include "report/form/form_store.hpp"
#include "report/paths.hpp"
#include "report/permissions.hpp"

namespace caicach::report
{
namespace
{

std::optional<std::int64_t> own_weight(const Filled& filled, const Indicator& indicator)
{
    const auto* weight = filled.indicator(indicator.weight);
    const auto own = weight == nullptr ? std::nullopt : weight->own();
    return own ? std::optional{own->numerator} : std::nullopt;
}

Gathered gathered_of(const Filled& filled, const Aggregate& aggregate, const FilledIndicator& one)
{
    const auto& indicator = *one.indicator;
    Gathered gathered{.from_reporters = total_of(aggregate, indicator)};
    std::vector<Amount> both;
    if (gathered.from_reporters.amount) both.push_back(*gathered.from_reporters.amount);
    if (const auto own = one.own()) {
        const auto part = part_of(indicator, *own, own_weight(filled, indicator));
        if (part) both.push_back(*part);
        gathered.lacks_own = !part;
    }
    gathered.together = total_of(indicator.adding, both);
    gathered.together.is_too_large |= gathered.from_reporters.is_too_large;
    if (gathered.together.is_too_large) gathered.together.amount.reset();
    return gathered;
}

/// A cell with what reporters sent of it; as it is where they sent nothing, or it is too large.
std::string with_theirs(const FormColumn& column, const std::string& own, const Total& theirs)
{
    if (!theirs.amount) return own;
    std::vector<Amount> both{*theirs.amount};
    if (const auto amount = cell_amount(own)) both.push_back({.numerator = *amount});
    const auto together = total_of(column.adding, both);
    return together.amount ? canonical(together.amount->numerator) : own;
}

Result<void> gather_tables(database::Transaction& transaction, Filled& filled,
                           const Aggregate& aggregate)
{
    const auto tables = fixed_tables_of(*filled.definition);
    if (tables.empty()) return {};
    const auto values =
        TRY(table_values_of(transaction, filled.period, filled.report.agency, aggregate.reports));
    for (const auto* table : tables) {
        for (auto& row : filled.tables[table->key]) {
            row.together = row.cells;
            for (std::size_t i = 0; i < table->columns.size(); ++i) {
                const auto& column = table->columns[i];
                const auto theirs = total_of(values, *table, row.name, column);
                row.together[i] = with_theirs(column, row.cells[i], theirs);
            }
        }
    }
    return {};
}

/// Numbers that stand sent and are others by now, for theirs were sent, or sent back, since.
Result<int> changed_since(database::Transaction& transaction, const Filled& filled)
{
    if (!filled.report.is_complete()) return 0;
    const auto kept = TRY(values_of(transaction, filled.report.id));
    return static_cast<int>(std::ranges::count_if(kept, [&](const SentValue& value) {
        const auto* one = filled.indicator(value.indicator);
        return one != nullptr && one->gathered && one->sent() != value.sent;
    }));
}

}  // namespace

Result<void> gather(database::Transaction& transaction, Filled& filled)
{
    const auto& report = filled.report;
    if (report.collector == report.agency) return {};
    auto aggregate = TRY(aggregate_of(transaction, filled.period, report.agency));
    if (aggregate.reports.empty()) return {};
    for (auto& one : filled.indicators)
        if (one.indicator->adding != Adding::none)
            one.gathered = gathered_of(filled, aggregate, one);
    TRY(gather_tables(transaction, filled, aggregate));
    filled.reporters = std::move(aggregate.reports);
    return {};
}

void add_not_gathered(const Filled& filled, std::vector<Fault>& faults)
{
    for (const auto& one : filled.indicators) {
        if (!one.gathered) continue;
        const auto& indicator = *one.indicator;
        if (one.gathered->together.is_too_large)
            faults.push_back(
                {.field = indicator.key,
                 .text = indicator.text + ": số cộng lại quá lớn. Hãy xem lại đơn vị tính."});
        if (one.gathered->lacks_own)
            faults.push_back({.field = indicator.key,
                              .text = indicator.text +
                                      ": số của cơ quan chưa cộng được vì thiếu số làm trọng số."});
    }
}

Result<Gathering> gathering_of(const Context& context, database::Transaction& transaction,
                               const Filled& filled)
{
    Gathering gathering;
    if (filled.reporters.empty()) return gathering;
    const auto standing = turnout_of(filled.reporters, context.today());
    gathering.lacks_any = standing.missing > 0;
    gathering.text = "Báo cáo gồm số của cơ quan và số của " + std::to_string(standing.sent) +
                     " trong " + std::to_string(standing.expected) + " cơ quan gửi đến.";
    if (gathering.lacks_any)
        gathering.text += " Còn thiếu " + std::to_string(standing.missing) +
                          " cơ quan; số của họ tự vào đây khi họ gửi.";
    const int changed = TRY(changed_since(transaction, filled));
    if (changed > 0)
        gathering.text += " Từ khi gửi, " + std::to_string(changed) +
                          " số cộng đã khác số đã gửi; bảng dưới đây là số hiện nay.";
    const auto form = TRY(FormStore{transaction}.by_id(filled.report.form));
    const auto agency =
        TRY(organisation::agency_by_id(transaction, filled.report.agency, context.today()));
    if (context.may(aggregate_reports, organisation::scope_of(filled.report.agency)))
        gathering.path = of_collector(aggregate_path(form.code, filled.period.code), agency.slug);
    return gathering;
}

}  // namespace caicach::report
