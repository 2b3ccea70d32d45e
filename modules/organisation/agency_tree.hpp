#pragma once
#include <cstdint>
#include <vector>

#include "database/transaction.hpp"
#include "organisation/api.hpp"

/// The directory as a tree on a day, a branch at a time: a page stays small however many agencies
/// there are.
namespace caicach::organisation
{

/// The agency and all above it, the top first; a ring by mistake ends all the same.
[[nodiscard]] Result<std::vector<AgencySummary>> path_to(database::Transaction& transaction,
                                                         AgencyId agency, Date day);

struct TreeUnit {
    AgencySummary agency{};
    std::int64_t units{};  ///< that stand below it
};

struct Branch {
    std::vector<AgencySummary> above{};  ///< from the top down to the agency itself; empty: the top
    std::vector<TreeUnit> units{};       ///< by kind and name
    bool has_more{};                     ///< beyond this page
};

/// What stands below `agency` (0: what stands below nobody), from the `first`th on, a page of them.
[[nodiscard]] Result<Branch> branch_of(database::Transaction& transaction, AgencyId agency,
                                       Date day, std::size_t first);

/// How many stand directly below it.
[[nodiscard]] Result<std::int64_t> units_of(database::Transaction& transaction, AgencyId agency,
                                            Date day);

}  // namespace caicach::organisation
