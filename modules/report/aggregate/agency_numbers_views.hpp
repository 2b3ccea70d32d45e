#pragma once
#include "report/aggregate/aggregate_views.hpp"

namespace caicach::report
{

/// One number of the period, or one row of a table, agency by agency: as then or as now. Writes
/// nothing where neither is asked for.
void agency_numbers(html::Writer& out, const AggregatePage& page);

/// The address of the row of a table by agencies, below the page of a period.
[[nodiscard]] std::string row_query(const FormTable& table, std::size_t row);

}  // namespace caicach::report
