#include "obligation/choosing.hpp"

#include <algorithm>

#include "database/turn.hpp"
#include "obligation/counting.hpp"
#include "obligation/heirs.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/permissions.hpp"
#include "obligation/uncounted.hpp"
#include "obligation/work.hpp"

namespace caicach::obligation
{

bool may_be_chosen(const Obligation& obligation, const evidence::RecordedFact& fact,
                   const std::vector<Obligation>& counted)
{
    const bool is_in_period =
        obligation.begins_on <= fact.happened_on && fact.happened_on <= obligation.ends_on;
    return counted.empty() && fact.source_module != fact_source && is_for_duty(fact.product) &&
           fact.product == obligation.product && fact.agency == obligation.agency &&
           fact.standing == evidence::Standing::counts && is_in_period &&
           obligation.closing != Closing::closed;
}

Result<void> choose_fact(Context& context, database::Transaction& transaction,
                         const Obligation& obligation, evidence::FactId fact)
{
    TRY(require_for(context, transaction, report_work, obligation));
    TRY(database::take_turn(transaction, database::Turn::alone));
    const auto chosen = TRY(evidence::fact_by_id(transaction, fact));
    const auto counted = TRY(ObligationStore{transaction}.with_fact(fact));
    const auto undone = TRY(uncounted_of_fact(transaction, fact));
    const bool is_undone =
        std::ranges::find(undone, obligation.id, &Uncounted::obligation) != undone.end();
    if (is_undone || !may_be_chosen(obligation, chosen, counted))
        return failure(Failure::conflict, "obligation.choosing.not_open");
    const auto id = TRY(evidence::record(
        context, transaction,
        {.kind = {.key = chosen.kind, .text = {}, .unit = chosen.unit, .product = chosen.product},
         .agency = chosen.agency,
         .happened_on = chosen.happened_on,
         .quantity = chosen.quantity,
         .title = chosen.title,
         .link = chosen.link,
         .file_sha256 = chosen.file_sha256,
         .source_module = std::string{fact_source},
         .source_object = obligation.id.value,
         .supersedes = chosen.id,
         .file = chosen.file,
         .is_typed = chosen.is_typed}));
    TRY(evidence::pass_on_capture(transaction, chosen.id, id));
    return context.record(transaction, "obligation.result.chosen", "evidence.fact", id.value);
}

Result<void> name_duty(Context& /*context*/, database::Transaction& transaction,
                       const evidence::DutyAsked& asked)
{
    const auto means = [&](const Obligation& obligation) -> Result<bool> {
        if (obligation.code == asked.text) return true;
        const auto plan = TRY(plan::summary_of(transaction, obligation.plan));
        const auto work = TRY(work_of(transaction, obligation.plan, obligation.lineage));
        return asked.text == plan.number + " " + work.path;
    };
    ObligationStore store{transaction};
    const auto owed = TRY(store.counting(asked.agency, asked.product, asked.day));
    for (const auto& obligation : owed) {
        const bool is_meant = TRY(means(obligation));
        if (!is_meant) continue;
        asked.fact->source_module = fact_source;
        asked.fact->source_object = obligation.id.value;
        return {};
    }
    return {};
}

}  // namespace caicach::obligation
