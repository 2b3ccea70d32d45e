#pragma once
#include <optional>
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "obligation/board/table.hpp"
#include "obligation/cascade/given.hpp"
#include "obligation/reminder/nudge_views.hpp"

namespace caicach::obligation
{

struct GivenPage {
    std::string agency{};
    std::string giver{};  ///< its code; empty: the reader's own agency
    int year{};
    std::vector<UnitSums> units{};
    std::string unit{};  ///< code of the one that the list is narrowed to
    std::string unit_name{};
    BoardTable parts{};
    std::string next_path{};
    NudgeList nudges{};            ///< units that are late, or soon will be
    std::optional<Error> error{};  ///< why nobody was nudged
};
[[nodiscard]] http::Response given_page(const Context& context, const GivenPage& page);

/// "?co-quan=VPUB&nam=2026&don-vi=CTTDT", of the page with another year or unit.
[[nodiscard]] std::string given_query(const GivenPage& page, int year, std::string_view unit);

}  // namespace caicach::obligation
