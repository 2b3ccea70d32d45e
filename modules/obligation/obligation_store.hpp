#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "evidence/api.hpp"
#include "obligation/obligation.hpp"

namespace caicach::obligation
{

/// A fact that counts for an obligation, and why.
struct Count {
    /// reported: somebody reported it here; product: it brings what is asked; successor: so did an
    /// agency that was merged into this one.
    enum class Reason { reported, product, successor };

    evidence::FactId fact{};
    std::int64_t quantity{};
    Date happened_on{};
    Reason reason{Reason::product};
    ObligationId part{};  ///< through which it counts; none: by itself
};
[[nodiscard]] std::string_view name_of(Count::Reason reason);

/// A row with the columns of obligation_obligation.
[[nodiscard]] Obligation obligation_from(const database::Row& row);

/// Obligations ↔ rows. What saves also keeps the tally of the boards.
class ObligationStore
{
public:
    explicit ObligationStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// not_found "obligation.not_found".
    [[nodiscard]] Result<Obligation> find(ObligationId id);
    [[nodiscard]] Result<Obligation> find(std::string_view code);
    /// What the plan asks for itself: no parts that were handed on.
    [[nodiscard]] Result<std::vector<Obligation>> of_plan(plan::PlanId plan);
    /// What is owed still by the same quota of the same agency in later periods.
    [[nodiscard]] Result<std::vector<Obligation>> later(const Obligation& obligation);
    /// For which of the agency a fact of that product and day may count.
    [[nodiscard]] Result<std::vector<Obligation>> counting(organisation::AgencyId agency,
                                                           std::string_view product, Date day);
    /// What the agency owes of that product within a month of the day, counting or not; at most
    /// limits::explained_max.
    [[nodiscard]] Result<std::vector<Obligation>> near(organisation::AgencyId agency,
                                                       std::string_view product, Date day);
    [[nodiscard]] Result<std::vector<Obligation>> with_fact(evidence::FactId fact);

    /// Many at once, new ones; the tally is left to `retell_tally`.
    [[nodiscard]] Result<void> add_untold(std::span<const Obligation> obligations);
    [[nodiscard]] Result<void> add(std::span<const Obligation> obligations);
    /// Nobody else changes it until the transaction ends: others wait, and read what it became.
    [[nodiscard]] Result<void> hold(ObligationId id);
    /// `before` is what stood there. conflict when somebody saved it in between.
    [[nodiscard]] Result<void> save(const Obligation& before, Obligation& after);
    /// The same within a generation, which retells the tally at its end.
    [[nodiscard]] Result<void> save_untold(Obligation& obligation);
    /// Whether facts, parts, obstacles, an own plan or files hang on it.
    [[nodiscard]] Result<bool> has_anything(ObligationId obligation);
    [[nodiscard]] Result<void> remove_untold(const Obligation& obligation);
    [[nodiscard]] Result<void> retell_tally(plan::PlanId plan);

    /// In the order of the days.
    [[nodiscard]] Result<std::vector<Count>> counts(ObligationId obligation);
    /// Whether it counts for another obligation of the same quota already: it was reported for it,
    /// or the plan had other periods then.
    [[nodiscard]] Result<bool> counts_elsewhere(const Obligation& obligation,
                                                evidence::FactId fact);
    /// Twice the same is once.
    [[nodiscard]] Result<void> add_count(ObligationId obligation, const Count& count);
    [[nodiscard]] Result<void> remove_count(ObligationId obligation, evidence::FactId fact);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::obligation
