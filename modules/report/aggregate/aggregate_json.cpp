#include "report/aggregate/aggregate_json.hpp"

#include <algorithm>
#include <utility>

#include "report/form/words.hpp"

namespace caicach::report
{
namespace
{

using json::Value;

Value maybe(const std::optional<std::int64_t>& amount)
{
    return amount ? Value{canonical(*amount)} : Value{};
}

/// Both halves; null where there is nothing.
Value amount_json(const std::optional<Amount>& amount)
{
    if (!amount) return {};
    return Value::object()
        .set("value", canonical(amount->numerator))
        .set("of", maybe(amount->denominator));
}

Value turnout_json(const Turnout& count)
{
    return Value::object()
        .set("expected", count.expected)
        .set("sent", count.sent)
        .set("approved", count.approved)
        .set("on_time", count.on_time)
        .set("late", count.late)
        .set("missing", count.missing)
        .set("overdue", count.overdue)
        .set("returned", count.returned);
}

const CollectedReport* report_of(const AggregatePage& page, organisation::AgencyId agency)
{
    const auto& all = page.aggregate.reports;
    const auto found = std::ranges::find_if(
        all, [&](const CollectedReport& one) { return one.report.agency == agency; });
    return found == all.end() ? nullptr : &*found;
}

Value reporters_json(const AggregatePage& page, Date today)
{
    auto all = Value::array();
    for (const auto& agency : page.agencies) {
        const auto* one = report_of(page, agency.id);
        if (one == nullptr || one->report.state == State::dropped) continue;
        all.push(agency_json(agency)
                     .set("report", one->report.code)
                     .set("state", name_of(one->report.state))
                     .set("missing", one->is_missing())
                     .set("overdue", one->is_missing() && one->report.is_overdue(today))
                     .set("counts", one->counts));
    }
    return all;
}

Value total_json(const Total& total)
{
    return Value::object()
        .set("total", total.is_too_large ? Value{} : amount_json(total.amount))
        .set("counted", total.counted)
        .set("apart", total.apart)
        .set("too_large", total.is_too_large);
}

Value indicators_json(const AggregatePage& page)
{
    auto all = Value::array();
    for (const auto* one : indicators_of(*page.definition)) {
        const auto approved = approved_total_of(page.aggregate, *one);
        auto value = total_json(total_of(page.aggregate, *one));
        value.set("key", one->key)
            .set("text", one->text)
            .set("unit", one->unit)
            .set("adding", adding_words.at(static_cast<std::size_t>(one->adding)))
            .set("approved", approved.is_too_large ? Value{} : amount_json(approved.amount));
        all.push(std::move(value));
    }
    return all;
}

Value row_json(const AggregatePage& page, const FormTable& table, const std::string& row)
{
    auto cells = Value::array();
    for (const auto& column : table.columns) {
        if (!adds_up(column)) continue;
        auto cell = total_json(total_of(page.tables, table, row, column));
        cell.set("column", column.key).set("text", column.text);
        cells.push(std::move(cell));
    }
    return Value::object().set("name", row).set("cells", std::move(cells));
}

Value tables_json(const AggregatePage& page)
{
    auto all = Value::array();
    for (const auto* table : fixed_tables_of(*page.definition)) {
        auto rows = Value::array();
        for (const auto& row : table->fixed_rows) rows.push(row_json(page, *table, row));
        all.push(Value::object()
                     .set("key", table->key)
                     .set("text", table->text)
                     .set("rows", std::move(rows)));
    }
    return all;
}

/// What each agency brings to one total.
Value parts_json(const AggregatePage& page, const std::vector<AgencyPart>& parts, bool is_added)
{
    auto all = Value::array();
    for (const auto& agency : page.agencies) {
        const auto found = std::ranges::find(parts, agency.id, &AgencyPart::agency);
        if (found == parts.end()) continue;
        all.push(agency_json(agency)
                     .set("value", canonical(found->amount.numerator))
                     .set("of", maybe(found->amount.denominator))
                     .set("added", is_added));
    }
    return all;
}

std::string_view name_of(evidence::Rollup rollup)
{
    return rollup == evidence::Rollup::as_now ? "now" : "then";
}

Value by_agency_json(const AggregatePage& page)
{
    auto lists = Value::array();
    const auto add = [&](std::string_view key, const std::vector<AgencyPart>& parts,
                         bool is_added) {
        lists.push(
            Value::object().set("key", key).set("agencies", parts_json(page, parts, is_added)));
    };
    if (page.numbers) {
        add(page.numbers->indicator->key, page.numbers->parts, true);
        if (!page.numbers->apart.empty())
            add(page.numbers->indicator->key, page.numbers->apart, false);
        return Value::object()
            .set("rollup", name_of(page.numbers->rollup))
            .set("numbers", std::move(lists));
    }
    if (!page.row) return {};
    for (const auto& column : page.row->columns) add(column.column->key, column.parts, true);
    return Value::object()
        .set("rollup", name_of(page.row->rollup))
        .set("numbers", std::move(lists));
}

}  // namespace

Value agency_json(const organisation::AgencySummary& agency)
{
    return Value::object().set("name", agency.name).set("agency", agency.slug);
}

Value aggregate_json(const AggregatePage& page, Date today)
{
    return Value::object()
        .set("form", page.form.code)
        .set("form_title", page.form.title)
        .set("period", page.period.code)
        .set("period_title", page.period.title)
        .set("data_from", page.period.data.from.iso())
        .set("data_until", page.period.data.to.iso())
        .set("due_on", page.period.due_on.iso())
        .set("collector", agency_json(page.collectors.chosen))
        .set("turnout", turnout_json(turnout_of(page.aggregate.reports, today)))
        .set("reporters", reporters_json(page, today))
        .set("indicators", indicators_json(page))
        .set("tables", tables_json(page))
        .set("by_agency", by_agency_json(page));
}

}  // namespace caicach::report
