#pragma once
#include <optional>
#include <string>
#include <vector>

#include "html/html.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "obligation/target/target_standing.hpp"

namespace caicach::obligation
{

struct ShownExclusion {
    Exclusion exclusion{};
    std::string agency{};
    std::string code{};    ///< of the agency
    std::string of{};      ///< the value that it is about; empty: all of the target
    bool may_take_back{};  ///< its own people
};

/// Whom a target does not apply to, as far as the reader may see it, and the form that says so.
struct ExclusionsPage {
    plan::PlanSummary plan{};
    Target target{};
    std::vector<ShownExclusion> exclusions{};
    std::vector<organisation::AgencySummary> agencies{};  ///< for whom the reader may state it
    bool may_lead{};
    std::string typed_agency{};
    std::string typed_measure{};
    std::string typed_reason{};
    std::string typed_answer{};
    std::string refused{};  ///< whose verdict was refused: the id of its exclusion
    std::optional<Error> error{};
};
[[nodiscard]] http::Response exclusions_page(const Context& context, const ExclusionsPage& page);

/// On the page of the target: who is not concerned, each with the reason.
void write_excluded(html::Writer& out, const std::vector<ExcludedStanding>& excluded);

}  // namespace caicach::obligation
