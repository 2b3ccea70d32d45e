#pragma once
#include <optional>
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "obligation/inbox.hpp"
#include "obligation/own_plan/own_plan_seen.hpp"
#include "obligation/own_plan/own_plan_steps.hpp"
#include "web/components/fault.hpp"

namespace caicach::obligation
{

void state_tag(html::Writer& out, OwnPlanState state);

/// The form that sends an own plan.
struct OwnPlanFormPage {
    Task task{};
    std::optional<OwnPlan> known{};              ///< what was sent before
    std::vector<Work> works{};                   ///< what the agency owes of the plan
    std::vector<plan::PlanSummary> own_plans{};  ///< in force, coordinated by the agency
    OwnPlanSketch typed{};
    std::string filled_from{};   ///< title of the own plan whose items stand in the fields
    std::size_t filled_items{};  ///< for how many of the works
    std::optional<Error> error{};
};
[[nodiscard]] http::Response own_plan_form_page(const Context& context,
                                                const OwnPlanFormPage& page);
/// A step with the names of those in it.
struct ShownOwnPlanStep {
    OwnPlanStep step{};
    std::string agency{};
    std::string person{};
    std::string file_name{};
    std::string file_path{};
};

struct OwnPlanPage {
    OwnPlan own{};
    Task task{};
    plan::PlanSummary plan{};
    std::string agency{};
    std::string linked_title{};
    std::string linked_path{};
    std::vector<Work> works{};
    std::vector<OwnPlanLine> lines{};
    std::vector<ShownOwnPlanStep> steps{};
    bool may_send{};
    bool may_judge{};
    SinceSeen since{};  ///< what is another than the judge had read
    std::string reason{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response own_plan_page(const Context& context, const OwnPlanPage& page);

/// What the page of an obligation that asks for an own plan shows of it.
void own_plan_part(html::Writer& out, const Obligation& obligation,
                   const std::optional<OwnPlan>& own, bool may_send);

}  // namespace caicach::obligation
