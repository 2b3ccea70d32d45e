#include "identity/agency_field.hpp"

#include <string_view>
#include <variant>

#include "database/transaction.hpp"
#include "identity/limits.hpp"
#include "text/text.hpp"

namespace caicach::identity
{
namespace
{

Result<organisation::AgencyId> agency_named(database::Transaction& transaction,
                                            const std::string& name, Date day,
                                            const std::string& field)
{
    const auto meant = TRY(organisation::resolve_name(transaction, name, day));
    if (const auto* agency = std::get_if<organisation::AgencyId>(&meant)) return *agency;
    std::string near;
    if (const auto* unclear = std::get_if<organisation::Unresolved>(&meant))
        for (const auto& match : unclear->suggestions)
            near += (near.empty() ? "“" : ", “") + match.name + "”";
    if (near.empty()) return failure(Failure::invalid, "identity.branch.unknown", field);
    return failure(Failure::invalid, "identity.branch.unclear", field, {name, near});
}

}  // namespace

Result<organisation::AgencyId> agency_typed(database::Transaction& transaction,
                                            const std::string& typed, Date day,
                                            const std::string& field)
{
    const auto agency = organisation::agency_by_code(transaction, typed, day);
    if (agency) return agency->id;
    return agency_named(transaction, typed, day, field);
}

Result<organisation::AgencyId> agency_in(const Context& context, database::Transaction& transaction,
                                         const http::Request& request, const std::string& field)
{
    const auto typed = TRY(request.maybe_text(field, limits::agency_typed_max));
    if (!typed) return failure(Failure::invalid, "identity.branch.missing", field);
    return agency_typed(transaction, *typed, context.today(), field);
}

Result<organisation::AgencyId> branch_in(const Context& context, database::Transaction& transaction,
                                         const http::Request& request, const std::string& field)
{
    const auto typed = request.raw(field);
    if (typed == whole_province_value || text::fold(typed) == text::fold(whole_province_text))
        return whole_province;
    return agency_in(context, transaction, request, field);
}

}  // namespace caicach::identity
