#include "obligation/fact_uses.hpp"

#include <algorithm>
#include <utility>

#include "obligation/obligation_store.hpp"
#include "obligation/paths.hpp"
#include "obligation/result.hpp"
#include "obligation/state_views.hpp"
#include "obligation/work.hpp"

namespace caicach::obligation
{

Result<void> tell_uses_of_fact(Context& context, database::Transaction& transaction,
                               const evidence::FactUsesAsked& asked)
{
    ObligationStore store{transaction};
    const auto all = TRY(store.with_fact(asked.fact.id));
    for (const auto& obligation : all) {
        const auto work = TRY(work_of(transaction, obligation.plan, obligation.lineage));
        const auto counts = TRY(store.counts(obligation.id));
        const auto count = std::ranges::find(counts, asked.fact.id, &Count::fact);
        if (count == counts.end()) continue;
        evidence::FactUse use{
            .text = work.path + ". " + work.title + " (" + period_label(obligation) + ")",
            .why = std::string{why(name_of(count->reason))}};
        const bool sees = TRY(may_see(context, transaction, obligation));
        if (sees) use.path = task_path(obligation.code);
        asked.uses->push_back(std::move(use));
    }
    return {};
}

}  // namespace caicach::obligation
