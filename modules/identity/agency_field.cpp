#include "identity/agency_field.hpp"

#include "database/transaction.hpp"

namespace caicach::identity
{

Result<organisation::AgencyId> agency_in(const Context& context, database::Transaction& transaction,
                                         const http::Request& request, const std::string& field)
{
    const auto code = request.raw(field);
    if (code.empty()) return failure(Failure::invalid, "identity.branch.missing", field);
    const auto agency = organisation::agency_by_code(transaction, code, context.today());
    if (!agency) return failure(Failure::invalid, "identity.branch.unknown", field);
    return agency->id;
}

Result<organisation::AgencyId> branch_in(const Context& context, database::Transaction& transaction,
                                         const http::Request& request, const std::string& field)
{
    if (request.raw(field) == whole_province_value) return whole_province;
    return agency_in(context, transaction, request, field);
}

}  // namespace caicach::identity
