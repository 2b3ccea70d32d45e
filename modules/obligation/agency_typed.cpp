#include "obligation/agency_typed.hpp"

#include <variant>

namespace caicach::obligation
{

Result<organisation::AgencyId> agency_typed(database::Transaction& transaction,
                                            const std::string& typed, Date day,
                                            const std::string& field)
{
    const auto by_code = organisation::agency_by_code(transaction, typed, day);
    if (by_code) return by_code->id;
    const auto meant = TRY(organisation::resolve_name(transaction, typed, day));
    if (const auto* agency = std::get_if<organisation::AgencyId>(&meant)) return *agency;
    std::string near;
    if (const auto* unclear = std::get_if<organisation::Unresolved>(&meant))
        for (const auto& match : unclear->suggestions)
            near += (near.empty() ? "“" : ", “") + match.name + "”";
    if (near.empty()) return failure(Failure::invalid, "obligation.agency.unknown", field);
    return failure(Failure::invalid, "obligation.agency.unclear", field, {typed, near});
}

}  // namespace caicach::obligation
