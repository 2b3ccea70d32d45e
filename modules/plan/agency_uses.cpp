#include "plan/agency_uses.hpp"

#include "database/transaction.hpp"
#include "plan/sql.hpp"

namespace caicach::plan
{

Result<void> tell_uses(Context& /*context*/, database::Transaction& transaction,
                       const organisation::AgencyUsesAsked& asked)
{
    const auto found = [](const database::Row& row) { return row.integer("found"); };
    const auto count = TRY(transaction.one(sql::uses_of_agency, found, asked.agency));
    if (count > 0) asked.uses->push_back(std::to_string(count) + " chỗ trong kế hoạch");
    return {};
}

}  // namespace caicach::plan
