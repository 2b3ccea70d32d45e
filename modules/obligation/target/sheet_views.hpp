#pragma once
#include <optional>
#include <string>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "obligation/target/measurement_sheet.hpp"

namespace caicach::obligation
{

struct SheetPage {
    plan::PlanSummary plan{};
    bool watches{};  ///< the plan: where the way back leads
    std::optional<SheetComparison> comparison{};
    std::string rows{};  ///< what was brought, to go along with the confirmation
    std::optional<Error> error{};
};
[[nodiscard]] http::Response sheet_page(const Context& context, const SheetPage& page);

}  // namespace caicach::obligation
