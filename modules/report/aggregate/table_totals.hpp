#pragma once
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "report/aggregate/collecting.hpp"
#include "report/aggregate/rollup.hpp"
#include "report/aggregate/total.hpp"

/// Tables whose rows the form has, added up row by row and column by column.
namespace caicach::report
{

/// By table, row and column.
using TableValues =
    std::map<std::tuple<std::string, std::string, std::string>, std::vector<AgencyPart>>;
/// Of the reports that count, in one read.
[[nodiscard]] Result<TableValues> table_values_of(database::Transaction& transaction,
                                                  const ReportPeriod& period,
                                                  organisation::AgencyId collector,
                                                  std::span<const CollectedReport> reports);

/// Sums and maxima of numbers; others have one number alone, and are not added. Pure.
[[nodiscard]] bool adds_up(const FormColumn& column);
[[nodiscard]] Total total_of(const TableValues& values, const FormTable& table,
                             std::string_view row, const FormColumn& column);

/// What each brings to that total, by the agencies' ids; empty where the column does not add up.
[[nodiscard]] std::vector<AgencyPart> parts_of(const TableValues& values, const FormTable& table,
                                               std::string_view row, const FormColumn& column);

/// Tables of the form whose rows it has.
[[nodiscard]] std::vector<const FormTable*> fixed_tables_of(const Definition& definition);

}  // namespace caicach::report
