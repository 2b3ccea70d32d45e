#pragma once
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "evidence/api.hpp"
#include "manifest/context.hpp"
#include "obligation/obligation_store.hpp"

/// Facts fulfil obligations by themselves.
///
/// A fact counts for the obligation that it was reported for; and, of a product that serves whoever
/// asks for it (an article), for every quota of its agency that asks for it in a period that has
/// its day: once for one quota. What was reported for one duty counts for another only by a quota
/// in its unit, not by what the other is called. What is made for one duty (a report, a regulation)
/// counts for no other; where nobody said for which, it counts where only one duty asks for it.
/// Where somebody undid a match (uncounting.hpp), it does not come back by itself.
///
/// Facts of an agency that was merged count for the one that answers for it now; what counts for a
/// part that an agency handed on counts for its whole, too.
namespace caicach::obligation
{

/// Name of this module as the source of facts that were reported for an obligation.
inline constexpr std::string_view fact_source = "obligation";

/// Hears evidence::FactRecorded and evidence::FactReviewed.
[[nodiscard]] Result<void> hear_fact(Context& context, database::Transaction& transaction,
                                     const evidence::FactRecorded& event);
[[nodiscard]] Result<void> hear_review(Context& context, database::Transaction& transaction,
                                       const evidence::FactReviewed& event);

/// What the fact counts for by itself when it is recorded now, once for a quota.
[[nodiscard]] Result<std::vector<ObligationId>> asking_for(const Context& context,
                                                           database::Transaction& transaction,
                                                           const evidence::RecordedFact& fact);

/// Whether a fact of that product counts for one duty alone.
[[nodiscard]] bool is_for_duty(std::string_view product);
/// Both ask the same of somebody: plan, item, quota and period.
[[nodiscard]] bool is_same_duty(const Obligation& one, const Obligation& other);

/// The last day in time of what got another one: who was in time by the old day stays so.
[[nodiscard]] Date judged_day(const Obligation& before, Date due_on, std::optional<Date> done_on);

/// What counts for a part counts for what it is a part of, all the way up: once for the quota
/// there, through the part that brought it first.
[[nodiscard]] Result<void> climb(database::Transaction& transaction, const Obligation& obligation,
                                 std::span<const Count> counts);

/// What counts for the obligation through the fact no more: above, too, where it counted through
/// it. Those whose counts changed are added to `changed`; to sum them up is the caller's.
[[nodiscard]] Result<void> remove_climbed(database::Transaction& transaction,
                                          ObligationId obligation, evidence::FactId fact,
                                          std::set<ObligationId>& changed);
/// Takes away what counts by product or succession in a plan, but no longer fits the product or the
/// time of its obligation: an amendment changed them. Answers whose counts changed.
[[nodiscard]] Result<std::set<ObligationId>> drop_misfits(database::Transaction& transaction,
                                                          plan::PlanId plan);
/// `done` and `done_on` as the counts, in the order of their days, make them.
void recount(Obligation& obligation, std::span<const Count> counts);

/// Gives an obligation that was just made, or whose terms changed, the facts of its agency and of
/// those merged into it that the ledger has already. `merged` are those agencies. Answers whether
/// anything counts; saving is the caller's.
[[nodiscard]] Result<bool> count_known_facts(Context& context, database::Transaction& transaction,
                                             Obligation& obligation,
                                             std::span<const organisation::AgencyId> merged);

}  // namespace caicach::obligation
