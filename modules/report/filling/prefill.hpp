#pragma once
#include <map>
#include <string>

#include "report/filling/filled.hpp"

namespace caicach::report
{

/// What the program works out for a report: figures over the period's data window, or the year up
/// to its end, by who answers for them on its last day. By keys of indicators.
[[nodiscard]] Result<std::map<std::string, Computed>> prefill(Context& context,
                                                              database::Transaction& transaction,
                                                              const Report& report,
                                                              const ReportPeriod& period,
                                                              const Definition& definition);

}  // namespace caicach::report
