#include "obligation/own_plan/waiting.hpp"

#include "obligation/counting.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/own_plan/own_plan_store.hpp"

namespace caicach::obligation
{

bool is_waiting(const Obligation& obligation)
{
    return obligation.done_on.has_value() && obligation.missing() > 0;
}

Result<void> settle_by_waiting(database::Transaction& transaction, Obligation& obligation)
{
    if (obligation.done_on || obligation.product != own_plan_product) return {};
    const auto own = TRY(OwnPlanStore{transaction}.of_obligation(obligation.id));
    if (own && own->state == OwnPlanState::sent)
        obligation.done_on = own->counted_on.value_or(own->sent_on);
    return {};
}

Result<void> settle_anew(database::Transaction& transaction, ObligationId id)
{
    ObligationStore store{transaction};
    // Whoever reports at the same moment, for the same or for another part of it, waits here.
    TRY(store.hold(id));
    const auto before = TRY(store.find(id));
    const auto counts = TRY(store.counts(id));
    auto after = before;
    recount(after, counts);
    TRY(settle_by_waiting(transaction, after));
    if (after.done == before.done && after.done_on == before.done_on) return {};
    return store.save(before, after);
}

}  // namespace caicach::obligation
