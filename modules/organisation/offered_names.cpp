#include "organisation/offered_names.hpp"

#include <utility>

#include "organisation/agency_list.hpp"
#include "organisation/limits.hpp"
#include "text/text.hpp"

namespace caicach::organisation
{
namespace
{

Result<std::vector<Match>> matches(database::Transaction& transaction, std::string_view sought,
                                   Date day)
{
    auto found = TRY(search_agencies(transaction, sought, day, limits::search_results_max));
    std::erase_if(
        found, [](const Match& match) { return !std::holds_alternative<AgencyId>(match.target); });
    if (!found.empty()) return found;
    auto meant = TRY(resolve_name(transaction, sought, day));
    if (auto* unresolved = std::get_if<Unresolved>(&meant))
        return std::move(unresolved->suggestions);
    return found;
}

}  // namespace

Result<OfferedNames> offered_names(database::Transaction& transaction, Date day, std::string sought)
{
    OfferedNames offered{.sought = std::move(sought)};
    const auto all = TRY(agency_choices(transaction, day));
    offered.is_all = !all.empty();
    for (const auto& agency : all) offered.names.push_back(agency.name);
    if (offered.is_all || text::trim(offered.sought).empty()) return offered;
    const auto found = TRY(matches(transaction, offered.sought, day));
    for (const auto& match : found) offered.names.push_back(match.name);
    return offered;
}

}  // namespace caicach::organisation
