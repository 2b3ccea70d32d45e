#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "html/html.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "obligation/board/table.hpp"
#include "obligation/target/numbers_missing.hpp"
#include "obligation/target/target_steps.hpp"
#include "obligation/target/target_table.hpp"

namespace caicach::obligation
{

/// All targets of a plan, for who watches it.
struct PlanTargetsPage {
    plan::PlanSummary plan{};
    TargetFilter filter{};
    BoardTable table{};
    bool has_any{};
    /// Who waits for a verdict on not being concerned: where it is given.
    struct Waiting {
        std::string text{};
        std::string path{};
    };
    std::vector<Waiting> waiting{};
    /// Agencies that were split, whose numbers nobody is said to go on with.
    std::vector<std::string> split{};
    bool may_lead{};
};
[[nodiscard]] http::Response plan_targets_page(const Context& context, const PlanTargetsPage& page);

/// What one agency is to reach, plan by plan.
struct OwnTargetsPage {
    std::string agency{};
    TargetFilter filter{};
    struct Part {
        plan::PlanSummary plan{};
        BoardTable table{};
    };
    std::vector<Part> parts{};
    std::vector<MissingNumbers> missing{};
};
[[nodiscard]] http::Response own_targets_page(const Context& context, const OwnTargetsPage& page);

struct TargetPage {
    plan::PlanSummary plan{};
    TargetStanding standing{};
    std::vector<BoardTable> tables{};  ///< of each measure, what may be seen of its agencies
    std::vector<BoardTable> earlier_tables{};  ///< the same of words that the plan has no longer
    bool sees_all{};
    bool may_lead{};
    std::map<std::string, evidence::Figure> figures{};  ///< by key, of those that measures name
    Date day{};
};
[[nodiscard]] http::Response target_page(const Context& context, const TargetPage& page);

/// The numbers of one agency: what was stated, and the form.
struct MeasurementsPage {
    plan::PlanSummary plan{};
    Target target{};
    Measure measure{};
    organisation::AgencySummary agency{};
    std::vector<Measurement> history{};
    std::map<AccountId, std::string> people{};
    bool may_state{};
    std::string excluded{};  ///< why it does not apply to the agency; empty: it does
    bool is_earlier{};       ///< of words that the plan has no longer
    TypedAmounts typed{};
    std::string typed_as_of{};
    std::string typed_source{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response measurements_page(const Context& context,
                                               const MeasurementsPage& page);

/// How a target is measured, for who leads the plan's targets.
struct MeasuringPage {
    plan::PlanSummary plan{};
    Target target{};
    std::vector<evidence::Figure> figures{};
    std::map<std::string, SeenRule> rules{};  ///< the newest of each measure
    std::string typed_measure{};              ///< whose form was refused; empty: the new value's
    FigureKeys typed_figures{};
    std::string typed_scope{};
    std::string typed_place{};
    SetValue typed{};
    std::string typed_source_on{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response measuring_page(const Context& context, const MeasuringPage& page);

/// The definitions, beside numbers.
void write_target_definitions(html::Writer& out);

}  // namespace caicach::obligation
