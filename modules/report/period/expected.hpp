#pragma once
#include <span>
#include <string>
#include <vector>

#include "database/transaction.hpp"
#include "organisation/api.hpp"
#include "report/form/definition.hpp"

namespace caicach::report
{

/// An agency that owes a report, and to whom.
struct Expected {
    organisation::AgencyId agency{};
    organisation::AgencyId collector{};
    bool is_owner{};  ///< its report is the owner's own, of all the others
};

/// When it is asked who reports.
struct ExpectedDays {
    Date first{};  ///< of the period: who ended since then is followed by those who took over
    Date due{};
};

/// Who reports: `words` are keys of groups and codes of agencies, each meant as of the due day. In
/// the order of the directory, each agency once. invalid "report.period.no_owner" where the owner
/// is nobody on that day, "report.period.reporters_max" where there are too many.
[[nodiscard]] Result<std::vector<Expected>> expected_on(database::Transaction& transaction,
                                                        const Definition& definition,
                                                        std::span<const std::string> words,
                                                        const ExpectedDays& days);

/// The agency above on a day, or the committee of the province where none stands above.
[[nodiscard]] Result<organisation::AgencyId> agency_above(database::Transaction& transaction,
                                                          organisation::AgencyId agency, Date day);

}  // namespace caicach::report
