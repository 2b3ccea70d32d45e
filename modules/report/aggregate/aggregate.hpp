#pragma once
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "report/aggregate/collecting.hpp"
#include "report/aggregate/rollup.hpp"
#include "report/aggregate/total.hpp"

/// What was sent to one collector of one period, added up. No total is kept anywhere: numbers that
/// stand sent are rows that follow each step of a report, and are read in one go.
namespace caicach::report
{

/// Numbers as they were sent, by the keys of indicators, then by the ids of agencies.
using SentValues = std::map<std::string, std::vector<AgencyPart>, std::less<>>;

struct Aggregate {
    std::vector<CollectedReport> reports{};
    SentValues values{};  ///< of reports that count
};
[[nodiscard]] Result<Aggregate> aggregate_of(database::Transaction& transaction,
                                             const ReportPeriod& period,
                                             organisation::AgencyId collector);
/// The same of one number alone, with its weight.
[[nodiscard]] Result<Aggregate> aggregate_of(database::Transaction& transaction,
                                             const ReportPeriod& period,
                                             organisation::AgencyId collector,
                                             const Indicator& indicator);

/// What each brings to the total of an indicator.
struct SentParts {
    std::vector<AgencyPart> parts{};
    std::vector<AgencyPart> apart{};  ///< as sent, of what cannot be added
};
/// Pure, as what follows.
[[nodiscard]] SentParts parts_of(const Aggregate& aggregate, const Indicator& indicator);
[[nodiscard]] Total total_of(const Aggregate& aggregate, const Indicator& indicator);
/// Of reports that are approved.
[[nodiscard]] Total approved_total_of(const Aggregate& aggregate, const Indicator& indicator);

}  // namespace caicach::report
