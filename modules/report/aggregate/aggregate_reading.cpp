#include "report/aggregate/aggregate_reading.hpp"

#include <algorithm>
#include <utility>

#include "report/aggregate/agency_names.hpp"
#include "report/form/form_cache.hpp"

namespace caicach::report
{
namespace
{

using evidence::Rollup;
using organisation::AgencyId;

/// Parts as they were sent, or by who answers for them today.
class Passing
{
public:
    Passing(const ReportPeriod& period, Rollup rollup, Date today)
        : m_period(period), m_rollup(rollup), m_today(today)
    {
    }

    Result<void> read(database::Transaction& transaction)
    {
        if (m_rollup == Rollup::as_now) m_succession = TRY(organisation::succession(transaction));
        return {};
    }
    [[nodiscard]] std::vector<AgencyPart> of(Adding adding, std::vector<AgencyPart> parts) const
    {
        if (m_rollup == Rollup::as_then) return parts;
        return passed_on(adding, parts, m_succession, m_period.days.to, m_today);
    }

private:
    const ReportPeriod& m_period;
    Rollup m_rollup;
    Date m_today;
    organisation::Succession m_succession{};
};

void add_numbers(const Passing& passing, const AggregateAsked& asked, AggregatePage& page)
{
    const auto all = indicators_of(*page.definition);
    const auto found = std::ranges::find(all, asked.indicator, &Indicator::key);
    if (found == all.end()) return;
    auto sent = parts_of(page.aggregate, **found);
    page.numbers = AgencyNumbers{.indicator = *found,
                                 .rollup = asked.rollup,
                                 .parts = passing.of((*found)->adding, std::move(sent.parts)),
                                 .apart = std::move(sent.apart)};
}

void add_table_numbers(const Passing& passing, const AggregateAsked& asked, AggregatePage& page)
{
    const auto all = fixed_tables_of(*page.definition);
    const auto found = std::ranges::find(all, asked.table, &FormTable::key);
    if (found == all.end()) return;
    const auto& table = **found;
    if (asked.row < 1 || asked.row > std::ssize(table.fixed_rows)) return;
    const auto& row = table.fixed_rows[static_cast<std::size_t>(asked.row - 1)];
    AgencyRow numbers{.table = &table, .row = row, .rollup = asked.rollup};
    for (const auto& column : table.columns) {
        if (!adds_up(column)) continue;
        auto parts = parts_of(page.tables, table, row, column);
        numbers.columns.push_back(
            {.column = &column, .parts = passing.of(column.adding, std::move(parts))});
    }
    page.row = std::move(numbers);
}

Result<void> add_names(database::Transaction& transaction, AggregatePage& page)
{
    std::vector<AgencyId> ids;
    ids.reserve(page.aggregate.reports.size());
    for (const auto& one : page.aggregate.reports) ids.push_back(one.report.agency);
    if (page.numbers)
        for (const auto& one : page.numbers->parts) ids.push_back(one.agency);
    if (page.row)
        for (const auto& column : page.row->columns)
            for (const auto& one : column.parts) ids.push_back(one.agency);
    page.agencies = TRY(named(transaction, std::move(ids), page.period.due_on));
    return {};
}

}  // namespace

Result<AggregatePage> read_aggregate(const Context& context, database::Transaction& transaction,
                                     CollectedPlace place, const AggregateAsked& asked)
{
    AggregatePage page{.form = std::move(place.form),
                       .period = std::move(place.period),
                       .collectors = std::move(place.collectors)};
    const auto collector = page.collectors.chosen.id;
    page.definition = TRY(form_content(transaction, page.period.version_of_form));
    page.aggregate = TRY(aggregate_of(transaction, page.period, collector));
    page.tables = TRY(table_values_of(transaction, page.period, collector, page.aggregate.reports));
    Passing passing{page.period, asked.rollup, context.today()};
    TRY(passing.read(transaction));
    add_numbers(passing, asked, page);
    add_table_numbers(passing, asked, page);
    TRY(add_names(transaction, page));
    return page;
}

}  // namespace caicach::report
