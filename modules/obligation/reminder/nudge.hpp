#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "manifest/context.hpp"
#include "obligation/reminder/nudging.hpp"
#include "obligation/reminder/owing.hpp"
#include "plan/api.hpp"

namespace caicach::obligation
{

/// Reminds the agencies' people, by one click, of all that these are late with in the plan: each
/// agency once a day, on the bell at once, by letter when offices are open. Who cannot be nudged is
/// passed over, unless that is all of them; how many were. forbidden for who may not nudge;
/// conflict "obligation.nudge.nothing_late", "obligation.nudge.today_already",
/// "obligation.nudge.nobody" where nobody works there; invalid "obligation.nudge.none_chosen"
/// without any.
[[nodiscard]] Result<int> nudge(Context& context, database::Transaction& transaction,
                                const plan::PlanSummary& plan,
                                const std::vector<organisation::AgencyId>& agencies);

/// On whose behalf a click names works, in which words, and how that is recorded.
struct NudgeDeed {
    std::string_view rule{};
    std::string template_key{};
    organisation::AgencyId by{};
    std::string by_code{};  ///< goes into the record; empty: it says so by itself
    std::vector<notification::Variable> variables{};
    Told told{Told::somebody};
    std::string_view event{};
    std::string_view about{};  ///< what the event is about; empty: each agency that is nudged
    std::int64_t about_id{};
};
/// The same for works that are named already: who asks has checked that the actor may. A work that
/// anybody was nudged about today is left out; who owes nothing is conflict
/// "obligation.nudge.nothing_owed".
[[nodiscard]] Result<int> nudge_works(Context& context, database::Transaction& transaction,
                                      const NudgeDeed& deed, const std::vector<Owing>& owing);

}  // namespace caicach::obligation
