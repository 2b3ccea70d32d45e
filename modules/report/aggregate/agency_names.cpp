#include "report/aggregate/agency_names.hpp"

#include <algorithm>

#include "database/transaction.hpp"

namespace caicach::report
{

using organisation::AgencyId;
using organisation::AgencySummary;

Result<std::vector<AgencySummary>> named(database::Transaction& transaction,
                                         std::vector<AgencyId> agencies, Date day)
{
    std::ranges::sort(agencies);
    const auto again = std::ranges::unique(agencies);
    agencies.erase(again.begin(), again.end());
    std::vector<AgencySummary> found;
    found.reserve(agencies.size());
    const auto directory = TRY(organisation::agencies_on(transaction, day));
    for (const auto& one : directory) {
        const auto asked = std::ranges::lower_bound(agencies, one.id);
        if (asked == agencies.end() || *asked != one.id) continue;
        found.push_back(one);
        agencies.erase(asked);
    }
    // Who ended before that day is named as it was last.
    for (const auto agency : agencies) {
        auto one = TRY(organisation::agency_by_id(transaction, agency, day));
        found.push_back(std::move(one));
    }
    return found;
}

}  // namespace caicach::report
