#include "organisation/agency_tree.hpp"

#include <algorithm>

#include "organisation/limits.hpp"
#include "organisation/rows.hpp"
#include "organisation/sql.hpp"

namespace caicach::organisation
{
namespace
{

TreeUnit unit_from(const database::Row& row)
{
    return {.agency = agency_from(row), .units = row.integer("units")};
}

}  // namespace

Result<std::vector<AgencySummary>> path_to(database::Transaction& transaction, AgencyId agency,
                                           Date day)
{
    const auto parent_from = [](const database::Row& row) { return row.id<AgencyId>("parent_id"); };
    std::vector<AgencySummary> path;
    for (AgencyId at = agency; at && path.size() <= limits::levels_max;) {
        auto summary = TRY(agency_by_id(transaction, at, day));
        path.push_back(std::move(summary));
        const auto parent = TRY(transaction.maybe_one(sql::parent_on, parent_from, at, day));
        at = parent.value_or(AgencyId{});
    }
    std::ranges::reverse(path);
    return path;
}

Result<Branch> branch_of(database::Transaction& transaction, AgencyId agency, Date day,
                         std::size_t first)
{
    Branch branch;
    const auto offset = static_cast<std::int64_t>(first);
    // One more than shown tells whether there is a next page.
    const auto count = static_cast<std::int64_t>(limits::branch_units) + 1;
    if (agency) {
        branch.above = TRY(path_to(transaction, agency, day));
        branch.units = TRY(transaction.all(sql::units_on, unit_from, agency, day, count, offset));
    } else {
        branch.units = TRY(transaction.all(sql::top_on, unit_from, day, count, offset));
    }
    branch.has_more = branch.units.size() > limits::branch_units;
    if (branch.has_more) branch.units.pop_back();
    return branch;
}

Result<std::int64_t> units_of(database::Transaction& transaction, AgencyId agency, Date day)
{
    const auto found = [](const database::Row& row) { return row.integer("found"); };
    return transaction.one(sql::units_count, found, agency, day);
}

}  // namespace caicach::organisation
