#include "report/flow/table_values.hpp"

#include <tuple>

#include "report/filling/cell.hpp"
#include "report/sql.hpp"

namespace caicach::report
{
namespace
{

using Sums = std::map<std::tuple<std::string, std::string, std::string>, std::int64_t>;

void add_row(Sums& sums, const FormTable& table, const SentRow& row)
{
    for (std::size_t i = 0; i < table.columns.size() && i < row.cells.size(); ++i) {
        const auto& column = table.columns[i];
        if (!column.is_number) continue;
        const auto amount = cell_amount(row.cells[i]);
        if (!amount) continue;
        auto& sum = sums[{table.key, row.name, column.key}];
        const auto both = added(sum, *amount);
        if (both) sum = *both;
    }
}

}  // namespace

std::vector<SentTableValue> table_values_in(
    const Definition& definition, const std::map<std::string, std::vector<SentRow>>& tables)
{
    Sums sums;
    for (const auto& section : definition.sections) {
        for (const auto& part : section.parts) {
            const auto* table = std::get_if<FormTable>(&part);
            if (table == nullptr || table->rows_of != RowsOf::fixed) continue;
            const auto rows = tables.find(table->key);
            if (rows == tables.end()) continue;
            for (const auto& row : rows->second) add_row(sums, *table, row);
        }
    }
    std::vector<SentTableValue> values;
    values.reserve(sums.size());
    for (const auto& [place, amount] : sums)
        values.push_back({.table = std::get<0>(place),
                          .row = std::get<1>(place),
                          .column = std::get<2>(place),
                          .numerator = amount});
    return values;
}

Result<void> put_table_values(database::Transaction& transaction, const Report& report,
                              std::span<const SentTableValue> values)
{
    TRY(remove_table_values(transaction, report.id));
    for (const auto& one : values)
        TRY(transaction.change_one(sql::insert_table_value, report.id, one.table, one.row,
                                   one.column, report.period, report.collector, report.agency,
                                   one.numerator));
    return {};
}

Result<void> remove_table_values(database::Transaction& transaction, ReportId report)
{
    TRY(transaction.change(sql::remove_table_values, report));
    return {};
}

Result<std::vector<SentTableValue>> table_values_of(database::Transaction& transaction,
                                                    ReportId report)
{
    const auto value = [](const database::Row& row) {
        return SentTableValue{.table = row.string("table_key"),
                              .row = row.string("row_name"),
                              .column = row.string("column_key"),
                              .numerator = row.integer("numerator")};
    };
    return transaction.all(sql::table_values_of_report, value, report);
}

}  // namespace caicach::report
