#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "obligation/own_plan/own_plan.hpp"

/// What somebody read of an own plan before they judge it, small enough for a field of the form:
/// where it was sent again in between, the page can say what is another now.
namespace caicach::obligation
{

/// "1f2e3d4c 3K7Q-…:9a8b7c6d …": of the document, then of each item that says anything.
[[nodiscard]] std::string seen_text(const OwnPlan& own, const std::vector<OwnPlanLine>& lines);

struct SinceSeen {
    bool document{};                    ///< its form, title, place or file
    std::vector<plan::ItemId> items{};  ///< of which it says something else, or nothing any more
};
/// Nothing where `seen` is none of ours.
[[nodiscard]] SinceSeen since_seen(std::string_view seen, const OwnPlan& own,
                                   const std::vector<OwnPlanLine>& lines,
                                   const std::vector<plan::ItemId>& items);

}  // namespace caicach::obligation
