#include "evidence/agency_uses.hpp"

#include "database/transaction.hpp"
#include "evidence/sql.hpp"

namespace caicach::evidence
{

Result<void> tell_uses(Context& /*context*/, database::Transaction& transaction,
                       const organisation::AgencyUsesAsked& asked)
{
    const auto found = [](const database::Row& row) { return row.integer("found"); };
    const auto count = TRY(transaction.one(sql::facts_of_agency_count, found, asked.agency));
    if (count > 0) asked.uses->push_back(std::to_string(count) + " việc đã ghi nhận");
    const auto about = TRY(transaction.one(sql::facts_about_agency_count, found, asked.agency));
    if (about > 0) asked.uses->push_back(std::to_string(about) + " cuộc kiểm tra đã ghi");
    return {};
}

}  // namespace caicach::evidence
