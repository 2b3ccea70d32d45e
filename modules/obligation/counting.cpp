#include "obligation/counting.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "obligation/limits.hpp"
#include "obligation/own_plan/waiting.hpp"

namespace caicach::obligation
{
namespace
{

using evidence::RecordedFact;

struct Counting {
    Obligation obligation{};
    Count::Reason reason{};
};

void add_once(std::vector<Counting>& all, Obligation obligation, Count::Reason reason)
{
    const auto is_same = [&](const Counting& known) {
        return is_same_quota(known.obligation, obligation);
    };
    if (std::ranges::none_of(all, is_same)) all.push_back({std::move(obligation), reason});
}

Result<void> add_by_product(ObligationStore& store, std::vector<Counting>& all,
                            const RecordedFact& fact, organisation::AgencyId agency)
{
    auto found = TRY(store.counting(agency, fact.product, fact.happened_on));
    const auto reason = agency == fact.agency ? Count::Reason::product : Count::Reason::successor;
    for (auto& obligation : found) add_once(all, std::move(obligation), reason);
    return {};
}

Result<std::optional<Obligation>> reported_for(ObligationStore& store, const RecordedFact& fact)
{
    if (fact.source_module != fact_source) return std::optional<Obligation>{};
    auto obligation = TRY(store.find(ObligationId{fact.source_object}));
    return std::optional(std::move(obligation));
}

/// Leaves the duty that is known, or the only one that can be meant.
void keep_own_duty(std::vector<Counting>& all, const std::optional<Obligation>& known)
{
    if (known) {
        std::erase_if(all,
                      [&](const Counting& one) { return !is_same_duty(one.obligation, *known); });
        return;
    }
    const bool is_clear = std::ranges::all_of(all, [&](const Counting& one) {
        return is_same_duty(one.obligation, all.front().obligation);
    });
    if (!is_clear) all.clear();
}

Result<std::vector<Counting>> counting_for(const Context& context,
                                           database::Transaction& transaction,
                                           const RecordedFact& fact)
{
    ObligationStore store{transaction};
    const auto known = TRY(reported_for(store, fact));
    std::vector<Counting> all;
    if (known) add_once(all, *known, Count::Reason::reported);
    if (fact.product.empty()) return all;
    std::vector<Counting> asking;
    TRY(add_by_product(store, asking, fact, fact.agency));
    const auto succession = TRY(organisation::succession(transaction));
    for (const auto& heir : succession.heirs(fact.agency, fact.happened_on, context.today()))
        if (heir.agency != fact.agency) TRY(add_by_product(store, asking, fact, heir.agency));
    if (is_for_duty(fact.product)) keep_own_duty(asking, known);
    for (auto& [obligation, reason] : asking) add_once(all, std::move(obligation), reason);
    return all;
}

Result<void> count(Context& context, database::Transaction& transaction, const RecordedFact& fact)
{
    if (fact.quantity == 0) return {};
    ObligationStore store{transaction};
    const auto all = TRY(counting_for(context, transaction, fact));
    const auto count_for = [&](Count::Reason reason) {
        return Count{.fact = fact.id,
                     .quantity = fact.quantity,
                     .happened_on = fact.happened_on,
                     .reason = reason};
    };
    for (const auto& [obligation, reason] : all) {
        TRY(store.add_count(obligation.id, count_for(reason)));
        TRY(settle_anew(transaction, obligation.id));
    }
    // Behind all that counts by itself: above, too, a fact counts for one period of a quota.
    for (const auto& [obligation, reason] : all) {
        const auto counted = count_for(reason);
        TRY(climb(transaction, obligation, {&counted, 1}));
    }
    return {};
}

Result<void> count_no_more(database::Transaction& transaction, evidence::FactId fact)
{
    ObligationStore store{transaction};
    const auto all = TRY(store.with_fact(fact));
    for (const auto& obligation : all) {
        TRY(store.remove_count(obligation.id, fact));
        TRY(settle_anew(transaction, obligation.id));
    }
    return {};
}

}  // namespace

Result<void> hear_fact(Context& context, database::Transaction& transaction,
                       const evidence::FactRecorded& event)
{
    if (event.fact.supersedes) TRY(count_no_more(transaction, *event.fact.supersedes));
    return count(context, transaction, event.fact);
}

Result<void> hear_review(Context& context, database::Transaction& transaction,
                         const evidence::FactReviewed& event)
{
    if (event.counts) return count(context, transaction, event.fact);
    return count_no_more(transaction, event.fact.id);
}

bool is_for_duty(std::string_view product)
{
    const auto* known = evidence::product_of(product);
    return known != nullptr && known->is_for_duty;
}

bool is_same_duty(const Obligation& one, const Obligation& other)
{
    const auto duty_of = [](const Obligation& obligation) {
        return std::tie(obligation.plan, obligation.lineage, obligation.quota, obligation.period);
    };
    return duty_of(one) == duty_of(other);
}

Result<void> climb(database::Transaction& transaction, const Obligation& obligation,
                   std::span<const Count> counts)
{
    ObligationStore store{transaction};
    ObligationId part = obligation.id;
    ObligationId above = obligation.parent;
    for (int level = 0; above && level < limits::hand_on_levels_max; ++level) {
        const auto whole = TRY(store.find(above));
        for (auto count : counts) {
            const bool is_used = TRY(store.counts_elsewhere(whole, count.fact));
            if (is_used) continue;
            count.part = part;
            TRY(store.add_count(above, count));
        }
        TRY(settle_anew(transaction, above));
        part = above;
        above = whole.parent;
    }
    return {};
}

void recount(Obligation& obligation, std::span<const Count> counts)
{
    obligation.done = 0;
    obligation.done_on.reset();
    for (const auto& count : counts) {
        obligation.done += count.quantity;
        if (!obligation.done_on && obligation.done >= obligation.needed)
            obligation.done_on = count.happened_on;
    }
}

Result<bool> count_known_facts(Context& context, database::Transaction& transaction,
                               Obligation& obligation,
                               std::span<const organisation::AgencyId> merged)
{
    ObligationStore store{transaction};
    const bool for_duty = is_for_duty(obligation.product);
    const auto take_from = [&](organisation::AgencyId agency) -> Result<void> {
        if (obligation.product.empty()) return {};
        evidence::FactQuery query{.agency = agency,
                                  .product = obligation.product,
                                  .from = obligation.begins_on,
                                  .to = std::min(obligation.ends_on, context.today()),
                                  .limit = evidence::facts_at_once};
        const auto reason =
            agency == obligation.agency ? Count::Reason::product : Count::Reason::successor;
        for (bool goes_on = true; goes_on;) {
            const auto page = TRY(evidence::facts(transaction, query));
            for (const auto& fact : page) {
                // None at all is how a correction takes a fact back.
                if (fact.quantity == 0) continue;
                if (for_duty) {
                    const auto known = TRY(reported_for(store, fact));
                    if (!known || !is_same_duty(*known, obligation)) continue;
                }
                const bool is_used = TRY(store.counts_elsewhere(obligation, fact.id));
                if (is_used) continue;
                TRY(store.add_count(obligation.id, {.fact = fact.id,
                                                    .quantity = fact.quantity,
                                                    .happened_on = fact.happened_on,
                                                    .reason = reason}));
            }
            goes_on = page.size() == static_cast<std::size_t>(evidence::facts_at_once);
            if (goes_on) query.after = {page.back().happened_on, page.back().id};
        }
        return {};
    };
    TRY(take_from(obligation.agency));
    for (const auto agency : merged) TRY(take_from(agency));
    const auto counts = TRY(store.counts(obligation.id));
    recount(obligation, counts);
    TRY(settle_by_waiting(transaction, obligation));
    return !counts.empty();
}

}  // namespace caicach::obligation
