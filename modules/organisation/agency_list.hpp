#pragma once
#include <cstddef>
#include <string_view>

#include "database/transaction.hpp"
#include "organisation/api.hpp"

/// The directory a page at a time, found by index: among 5,000 agencies a page costs what it costs
/// among a hundred.
namespace caicach::organisation
{

struct AgencyListAsked {
    Date day{};
    std::string_view kind{};  ///< a Kind's key; empty for all
    std::size_t first{};      ///< how many stand before the page
    std::size_t count{};      ///< at most so many are on it
};

/// Those that bear a name on the day, in Vietnamese order of names.
struct AgencyList {
    std::vector<AgencySummary> agencies{};  ///< of the page
    std::size_t found{};                    ///< in all
};
[[nodiscard]] Result<AgencyList> agency_list(database::Transaction& transaction,
                                             const AgencyListAsked& asked);

/// All of the day where they are few enough to choose from a list (limits::choices_max); nothing
/// where there are more, for a name is typed then.
[[nodiscard]] Result<std::vector<AgencySummary>> agency_choices(database::Transaction& transaction,
                                                                Date day);

/// Gives each name the key that ICU would sort it by today: names from before there were keys, and
/// all of them when another release of ICU sorts otherwise. Changes nothing mostly.
[[nodiscard]] Result<void> refresh_sort_keys(database::Transaction& transaction);

}  // namespace caicach::organisation
