#pragma once
#include <optional>
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "obligation/target/number_heir.hpp"

namespace caicach::obligation
{

/// An agency that was split, whose numbers somebody is to go on with.
struct SplitAgency {
    organisation::AgencySummary agency{};
    std::vector<organisation::AgencySummary> heirs{};  ///< whoever has most of it first
    NumberHeir stated{};                               ///< version 0: nobody stated anything
};

struct NumberHeirsPage {
    plan::PlanSummary plan{};
    std::vector<SplitAgency> agencies{};  ///< by name
    std::string typed_agency{};           ///< whose form was refused
    std::string typed_heir{};
    std::string typed_source{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response number_heirs_page(const Context& context, const NumberHeirsPage& page);

}  // namespace caicach::obligation
