#pragma once
#include <string>

#include "obligation/target/target_steps.hpp"

/// Stating that a target does not apply to an agency, and deciding on it.
namespace caicach::obligation
{

struct NewExclusion {
    organisation::AgencyId agency{};
    std::string measure{};  ///< empty: all of the target
    std::string reason{};
};
/// Who leads the plan's targets decides at once; what an agency states waits, and who leads is
/// told. Twice the same is once. forbidden unless the actor may state for the agency; not_found
/// "obligation.measurement.not_found"; invalid "….measurement.agency" (co-quan),
/// "obligation.exclusion.reason_missing" (reason); conflict "….exclusion.stated_already".
[[nodiscard]] Result<Stating> state_exclusion(Context& context, database::Transaction& transaction,
                                              PlanTargets& targets, const Target& target,
                                              const NewExclusion& wanted);

struct Verdict {
    bool is_granted{};
    std::string answer{};  ///< why not
    std::int64_t version{};
};
/// Also takes away what was granted. The agency is told. conflict
/// "obligation.exclusion.decided_already", "base.changed_meanwhile"; invalid
/// "….exclusion.answer_missing" (answer).
[[nodiscard]] Result<void> decide_exclusion(Context& context, database::Transaction& transaction,
                                            PlanTargets& targets, const Target& target,
                                            ExclusionId id, const Verdict& verdict);
/// By its agency. conflict "obligation.exclusion.decided_already", "base.changed_meanwhile".
[[nodiscard]] Result<void> take_back_exclusion(Context& context, database::Transaction& transaction,
                                               PlanTargets& targets, const Target& target,
                                               ExclusionId id, std::int64_t version);

}  // namespace caicach::obligation
