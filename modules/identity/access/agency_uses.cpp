#include "identity/access/agency_uses.hpp"

#include "database/transaction.hpp"
#include "identity/sql.hpp"

namespace caicach::identity
{

Result<void> tell_uses(Context& /*context*/, database::Transaction& transaction,
                       const organisation::AgencyUsesAsked& asked)
{
    const auto found = [](const database::Row& row) { return row.integer("found"); };
    const auto count = TRY(transaction.one(sql::accounts_at_agency, found, asked.agency));
    if (count > 0)
        asked.uses->push_back(std::to_string(count) +
                              " tài khoản, vai trò, chức vụ, người ký, số người");
    return {};
}

}  // namespace caicach::identity
