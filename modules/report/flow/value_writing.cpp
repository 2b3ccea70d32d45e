#include "report/flow/value_writing.hpp"

#include <map>
#include <utility>

#include "report/flow/table_values.hpp"
#include "report/sql.hpp"

namespace caicach::report
{

Result<void> write_values(database::Transaction& transaction, const Report& report,
                          const Filled& filled)
{
    std::vector<SentValue> values;
    values.reserve(filled.indicators.size());
    for (const auto& one : filled.indicators) {
        const auto sent = one.sent();
        if (!sent) continue;
        SentValue value{.indicator = one.indicator->key, .sent = *sent};
        if (one.computed) value.computed = one.computed->amount;
        values.push_back(std::move(value));
    }
    TRY(put_values(transaction, report, values));
    std::map<std::string, std::vector<SentRow>> tables;
    for (const auto& [key, rows] : filled.tables)
        for (const auto& row : rows)
            tables[key].push_back({.number = row.number, .name = row.name, .cells = row.sent()});
    return put_table_values(transaction, report, table_values_in(*filled.definition, tables));
}

Result<void> put_values(database::Transaction& transaction, const Report& report,
                        std::span<const SentValue> values)
{
    TRY(remove_values(transaction, report.id));
    for (const auto& one : values) {
        std::optional<std::int64_t> computed;
        std::optional<std::int64_t> computed_of;
        if (one.computed) {
            computed = one.computed->numerator;
            computed_of = one.computed->denominator;
        }
        TRY(transaction.change_one(sql::insert_value, report.id, one.indicator, report.period,
                                   report.collector, report.agency, report.current,
                                   one.sent.numerator, one.sent.denominator, computed,
                                   computed_of));
    }
    return {};
}

Result<void> remove_values(database::Transaction& transaction, ReportId report)
{
    TRY(transaction.change(sql::remove_values, report));
    return remove_table_values(transaction, report);
}

Result<std::vector<SentValue>> values_of(database::Transaction& transaction, ReportId report)
{
    const auto value = [](const database::Row& row) {
        SentValue one{.indicator = row.string("indicator"),
                      .sent = {.numerator = row.integer("numerator"),
                               .denominator = row.maybe_integer("denominator")}};
        if (const auto computed = row.maybe_integer("computed"))
            one.computed = Amount{*computed, row.maybe_integer("computed_denominator")};
        return one;
    };
    return transaction.all(sql::values_of_report, value, report);
}

}  // namespace caicach::report
