#pragma once
#include <optional>
#include <string>
#include <vector>

#include "evidence/fact.hpp"

/// Part of the module's door (api.hpp includes it): what an agency sees of its ledger, newest
/// first; what was corrected shows in its correction.
namespace caicach::evidence
{

/// Where a page of the list goes on; empty for the first.
struct ListPlace {
    Date happened_on{};
    FactId id{};
};
/// "2026-03-31.123", for addresses; nothing where it is none.
[[nodiscard]] std::string text_of(const ListPlace& place);
[[nodiscard]] std::optional<ListPlace> place_from(std::string_view text);

struct ListQuery {
    organisation::AgencyId agency{};
    std::string product{};               ///< a Product's key; empty: all
    std::string kind{};                  ///< a FactKind's key; empty: all
    std::optional<Standing> standing{};  ///< none: all but superseded
    std::optional<Date> from{};
    std::optional<Date> to{};
    std::optional<ListPlace> before{};
    int limit{50};
};
[[nodiscard]] Result<std::vector<RecordedFact>> listed_facts(database::Transaction& transaction,
                                                             const ListQuery& query);

}  // namespace caicach::evidence
