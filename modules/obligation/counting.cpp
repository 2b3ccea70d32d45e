#include "obligation/counting.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "obligation/limits.hpp"
#include "obligation/own_plan/waiting.hpp"
#include "obligation/quota_key.hpp"
#include "obligation/sql.hpp"
#include "obligation/uncounted.hpp"

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

/// Whether what was reported for `known` counts for that obligation, too.
bool serves(const Obligation& obligation, const std::optional<Obligation>& known)
{
    return !known || is_same_duty(*known, obligation) || asks_by_unit(obligation);
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
    const auto undone = TRY(uncounted_of_fact(transaction, fact.id));
    const auto is_undone = [&](const Obligation& obligation) {
        return std::ranges::find(undone, obligation.id, &Uncounted::obligation) != undone.end();
    };
    if (known && !is_undone(*known)) add_once(all, *known, Count::Reason::reported);
    if (fact.product.empty()) return all;
    std::vector<Counting> asking;
    TRY(add_by_product(store, asking, fact, fact.agency));
    const auto succession = TRY(organisation::succession(transaction));
    for (const auto& heir : succession.heirs(fact.agency, fact.happened_on, context.today()))
        if (heir.agency != fact.agency) TRY(add_by_product(store, asking, fact, heir.agency));
    std::erase_if(asking, [&](const Counting& one) { return is_undone(one.obligation); });
    if (is_for_duty(fact.product)) keep_own_duty(asking, known);
    std::erase_if(asking, [&](const Counting& one) { return !serves(one.obligation, known); });
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
    if (event.fact.supersedes) {
        TRY(count_no_more(transaction, *event.fact.supersedes));
        TRY(carry_uncounted(transaction, *event.fact.supersedes, event.fact.id));
    }
    return count(context, transaction, event.fact);
}

Result<void> hear_review(Context& context, database::Transaction& transaction,
                         const evidence::FactReviewed& event)
{
    if (event.counts) return count(context, transaction, event.fact);
    return count_no_more(transaction, event.fact.id);
}

Result<std::vector<ObligationId>> asking_for(const Context& context,
                                             database::Transaction& transaction,
                                             const RecordedFact& fact)
{
    const auto all = TRY(counting_for(context, transaction, fact));
    std::vector<ObligationId> asking;
    for (const auto& one : all) asking.push_back(one.obligation.id);
    return asking;
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

Date judged_day(const Obligation& before, Date due_on, std::optional<Date> done_on)
{
    const bool is_better = done_on && due_on < *done_on && *done_on <= before.due_on;
    return is_better ? before.due_on : due_on;
}

Result<void> climb(database::Transaction& transaction, const Obligation& obligation,
                   std::span<const Count> counts)
{
    ObligationStore store{transaction};
    std::vector<Count> climbing(counts.begin(), counts.end());
    ObligationId part = obligation.id;
    ObligationId above = obligation.parent;
    for (int level = 0; above && level < limits::hand_on_levels_max; ++level) {
        const auto whole = TRY(store.find(above));
        const auto undone = TRY(uncounted_of(transaction, above));
        std::erase_if(climbing, [&](const Count& one) {
            return std::ranges::find(undone, one.fact, &Uncounted::fact) != undone.end();
        });
        for (auto count : climbing) {
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

Result<void> remove_climbed(database::Transaction& transaction, ObligationId obligation,
                            evidence::FactId fact, std::set<ObligationId>& changed)
{
    ObligationStore store{transaction};
    TRY(store.remove_count(obligation, fact));
    changed.insert(obligation);
    ObligationId part = obligation;
    for (int level = 0; level < limits::hand_on_levels_max; ++level) {
        const auto of = TRY(store.find(part));
        const auto above = of.parent;
        if (!above) return {};
        const auto removed = TRY(transaction.change(sql::remove_count_through, above, fact, part));
        if (removed == 0) return {};
        changed.insert(above);
        part = above;
    }
    return {};
}

namespace
{

/// Facts that were there before the obligation was.
class KnownFacts
{
public:
    KnownFacts(ObligationStore& store, const Obligation& obligation,
               std::span<const Uncounted> undone)
        : m_store(store),
          m_obligation(obligation),
          m_undone(undone),
          m_for_duty(is_for_duty(obligation.product)),
          m_by_unit(asks_by_unit(obligation))
    {
    }

    /// Counts those of the agency, which is the obligation's or one that it took over.
    [[nodiscard]] Result<void> count(database::Transaction& transaction,
                                     organisation::AgencyId agency, Date today) const
    {
        evidence::FactQuery query{.agency = agency,
                                  .product = m_obligation.product,
                                  .from = m_obligation.begins_on,
                                  .to = std::min(m_obligation.ends_on, today),
                                  .limit = evidence::facts_at_once};
        for (bool goes_on = true; goes_on;) {
            const auto page = TRY(evidence::facts(transaction, query));
            for (const auto& fact : page) TRY(count(fact, agency));
            goes_on = page.size() == static_cast<std::size_t>(evidence::facts_at_once);
            if (goes_on) query.after = {page.back().happened_on, page.back().id};
        }
        return {};
    }

private:
    [[nodiscard]] Result<void> count(const evidence::RecordedFact& fact,
                                     organisation::AgencyId agency) const
    {
        const bool counts = TRY(fits(fact));
        if (!counts) return {};
        const auto reason =
            agency == m_obligation.agency ? Count::Reason::product : Count::Reason::successor;
        return m_store.add_count(m_obligation.id, {.fact = fact.id,
                                                   .quantity = fact.quantity,
                                                   .happened_on = fact.happened_on,
                                                   .reason = reason});
    }

    [[nodiscard]] Result<bool> fits(const evidence::RecordedFact& fact) const
    {
        // None at all is how a correction takes a fact back.
        if (fact.quantity == 0) return false;
        if (std::ranges::find(m_undone, fact.id, &Uncounted::fact) != m_undone.end()) return false;
        if (m_for_duty || !m_by_unit) {
            const auto known = TRY(reported_for(m_store, fact));
            const bool is_other = known ? !is_same_duty(*known, m_obligation) : m_for_duty;
            if (is_other) return false;
        }
        const bool is_used = TRY(m_store.counts_elsewhere(m_obligation, fact.id));
        return !is_used;
    }

    ObligationStore& m_store;
    const Obligation& m_obligation;
    std::span<const Uncounted> m_undone;
    bool m_for_duty{};
    bool m_by_unit{};
};

}  // namespace

Result<std::set<ObligationId>> drop_misfits(database::Transaction& transaction, plan::PlanId plan)
{
    using Misfit = std::pair<ObligationId, evidence::FactId>;
    const auto from = [](const database::Row& row) {
        return Misfit{row.id<ObligationId>("obligation_id"), row.id<evidence::FactId>("fact_id")};
    };
    const auto all = TRY(transaction.all(sql::misfits, from, plan));
    std::set<ObligationId> changed;
    for (const auto& [obligation, fact] : all)
        TRY(remove_climbed(transaction, obligation, fact, changed));
    return changed;
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
    const auto undone = TRY(uncounted_of(transaction, obligation.id));
    if (!obligation.product.empty()) {
        const KnownFacts known{store, obligation, undone};
        TRY(known.count(transaction, obligation.agency, context.today()));
        for (const auto agency : merged) TRY(known.count(transaction, agency, context.today()));
    }
    const auto counts = TRY(store.counts(obligation.id));
    recount(obligation, counts);
    TRY(settle_by_waiting(transaction, obligation));
    return !counts.empty();
}

}  // namespace caicach::obligation
