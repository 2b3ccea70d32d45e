#include "report/aggregate/table_totals.hpp"

#include <set>

#include "report/sql.hpp"

namespace caicach::report
{

Result<TableValues> table_values_of(database::Transaction& transaction, const ReportPeriod& period,
                                    organisation::AgencyId collector,
                                    std::span<const CollectedReport> reports)
{
    std::set<organisation::AgencyId> counted;
    for (const auto& one : reports)
        if (one.counts) counted.insert(one.report.agency);
    TableValues values;
    const auto take = [&](const database::Row& row) {
        const auto agency = row.id<organisation::AgencyId>("agency_id");
        if (!counted.contains(agency)) return;
        values[{row.string("table_key"), row.string("row_name"), row.string("column_key")}]
            .push_back({.agency = agency, .amount = {.numerator = row.integer("numerator")}});
    };
    TRY(transaction.each(sql::table_values_of_collector, take, period.id, collector));
    return values;
}

bool adds_up(const FormColumn& column)
{
    return column.is_number && (column.adding == Adding::sum || column.adding == Adding::maximum);
}

Total total_of(const TableValues& values, const FormTable& table, std::string_view row,
               const FormColumn& column)
{
    if (!adds_up(column)) return {};
    const auto parts = parts_of(values, table, row, column);
    std::vector<Amount> amounts;
    amounts.reserve(parts.size());
    for (const auto& one : parts) amounts.push_back(one.amount);
    return total_of(column.adding, amounts);
}

std::vector<AgencyPart> parts_of(const TableValues& values, const FormTable& table,
                                 std::string_view row, const FormColumn& column)
{
    if (!adds_up(column)) return {};
    const auto found = values.find({table.key, std::string{row}, column.key});
    return found == values.end() ? std::vector<AgencyPart>{} : found->second;
}

std::vector<const FormTable*> fixed_tables_of(const Definition& definition)
{
    std::vector<const FormTable*> tables;
    for (const auto& section : definition.sections)
        for (const auto& part : section.parts)
            if (const auto* table = std::get_if<FormTable>(&part);
                table != nullptr && table->rows_of == RowsOf::fixed)
                tables.push_back(table);
    return tables;
}

}  // namespace caicach::report
