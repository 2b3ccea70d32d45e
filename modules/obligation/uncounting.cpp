#include "obligation/uncounting.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "database/turn.hpp"
#include "obligation/acting.hpp"
#include "obligation/coordination.hpp"
#include "obligation/counting.hpp"
#include "obligation/heirs.hpp"
#include "obligation/own_plan/waiting.hpp"
#include "obligation/permissions.hpp"
#include "obligation/reminder/work_news.hpp"

namespace caicach::obligation
{
namespace
{

Result<void> require_judging(const Context& context, database::Transaction& transaction,
                             const Obligation& obligation)
{
    const bool may = TRY(may_judge_counts(context, transaction, obligation));
    if (may) return {};
    return context.require(judge_counts, organisation::scope_of(obligation.agency));
}

Result<Uncounted> undone_before(database::Transaction& transaction, const Obligation& obligation,
                                evidence::FactId fact)
{
    const auto all = TRY(uncounted_of(transaction, obligation.id));
    const auto found = std::ranges::find(all, fact, &Uncounted::fact);
    if (found == all.end()) return failure(Failure::conflict, "obligation.uncount.gone");
    return *found;
}

/// Whether what was undone fits still: the plan may have been amended, the fact refused or
/// corrected, the part withdrawn.
Result<bool> fits_still(database::Transaction& transaction, const Obligation& obligation,
                        const Uncounted& undone, const evidence::RecordedFact& fact)
{
    if (obligation.closing == Closing::closed || fact.standing != evidence::Standing::counts)
        return false;
    ObligationStore store{transaction};
    const bool is_used = TRY(store.counts_elsewhere(obligation, fact.id));
    if (is_used) return false;
    if (undone.part) {
        const auto below = TRY(store.counts(undone.part));
        return std::ranges::find(below, fact.id, &Count::fact) != below.end();
    }
    if (undone.counted_as == Count::Reason::reported) return true;
    return fact.product == obligation.product && obligation.begins_on <= fact.happened_on &&
           fact.happened_on <= obligation.ends_on;
}

}  // namespace

Result<bool> may_judge_counts(const Context& context, database::Transaction& transaction,
                              const Obligation& obligation)
{
    const bool is_own = TRY(may_for(context, transaction, judge_counts, obligation));
    if (is_own) return true;
    const auto plan = TRY(plan_today(transaction, obligation.plan, context.today()));
    return context.may(judge_counts, organisation::scope_of(plan.coordinator));
}

Result<UncountingPart> uncounting_of(const Context& context, database::Transaction& transaction,
                                     const Obligation& obligation)
{
    UncountingPart part;
    part.may_judge = TRY(may_judge_counts(context, transaction, obligation));
    part.may_answer = TRY(may_for(context, transaction, report_work, obligation));
    auto all = TRY(uncounted_of(transaction, obligation.id));
    for (auto& undone : all) {
        ShownUncounted shown{.uncounted = std::move(undone)};
        shown.fact = TRY(evidence::fact_by_id(transaction, shown.uncounted.fact));
        // Corrected since: the correction is told of.
        if (shown.fact.standing == evidence::Standing::superseded) continue;
        const auto agency =
            TRY(organisation::agency_by_id(transaction, shown.uncounted.agency, context.today()));
        shown.agency = agency.name;
        part.undone.push_back(std::move(shown));
    }
    return part;
}

Result<void> uncount(Context& context, database::Transaction& transaction,
                     const Obligation& obligation, evidence::FactId fact, std::string_view reason)
{
    TRY(require_judging(context, transaction, obligation));
    // Nobody refuses or corrects the fact meanwhile.
    TRY(database::take_turn(transaction, database::Turn::alone));
    ObligationStore store{transaction};
    const auto counts = TRY(store.counts(obligation.id));
    const auto count = std::ranges::find(counts, fact, &Count::fact);
    if (count == counts.end())
        return failure(Failure::conflict, "obligation.uncount.not_counting", "fact");
    const Uncounted undone{.obligation = obligation.id,
                           .fact = fact,
                           .counted_as = count->reason,
                           .part = count->part,
                           .reason = std::string{reason},
                           .agency = acting_for(context, obligation.agency),
                           .account = context.actor().account,
                           .decided_at = context.now()};
    TRY(add_uncounted(transaction, undone));
    std::set<ObligationId> changed;
    TRY(remove_climbed(transaction, obligation.id, fact, changed));
    for (const auto one : changed) TRY(settle_anew(transaction, one));
    TRY(tell_uncounted(context, transaction, obligation, undone));
    return context.record(transaction, "obligation.count.undone", "obligation", obligation.id.value,
                          reason);
}

Result<void> count_again(Context& context, database::Transaction& transaction,
                         const Obligation& obligation, evidence::FactId fact)
{
    TRY(require_judging(context, transaction, obligation));
    TRY(database::take_turn(transaction, database::Turn::alone));
    const auto undone = TRY(undone_before(transaction, obligation, fact));
    TRY(remove_uncounted(transaction, undone));
    const auto done = TRY(evidence::fact_by_id(transaction, fact));
    const bool fits = TRY(fits_still(transaction, obligation, undone, done));
    if (fits) {
        Count count{.fact = fact,
                    .quantity = done.quantity,
                    .happened_on = done.happened_on,
                    .reason = undone.counted_as,
                    .part = undone.part};
        TRY(ObligationStore{transaction}.add_count(obligation.id, count));
        TRY(settle_anew(transaction, obligation.id));
        TRY(climb(transaction, obligation, {&count, 1}));
    }
    TRY(tell_counted_again(context, transaction, obligation, undone));
    return context.record(transaction, "obligation.count.restored", "obligation",
                          obligation.id.value);
}

Result<void> answer_uncounting(Context& context, database::Transaction& transaction,
                               const Obligation& obligation, evidence::FactId fact,
                               std::string_view answer)
{
    TRY(require_for(context, transaction, report_work, obligation));
    auto undone = TRY(undone_before(transaction, obligation, fact));
    undone.answer = answer;
    TRY(save_answer(transaction, undone, context.actor().account, context.now()));
    TRY(tell_uncounting_answered(context, transaction, obligation, undone));
    return context.record(transaction, "obligation.count.answered", "obligation",
                          obligation.id.value, answer);
}

}  // namespace caicach::obligation
