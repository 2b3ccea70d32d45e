#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "obligation/cascade/part.hpp"

namespace caicach::obligation
{

/// Parts ↔ rows: an obligation, and beside it what its giver said.
class PartStore
{
public:
    explicit PartStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// not_found "obligation.part.not_found" where the obligation is no part.
    [[nodiscard]] Result<Part> find(const Obligation& obligation);
    /// Of one obligation, closed ones too, in the order of their days; limits::parts_max.
    [[nodiscard]] Result<std::vector<Part>> of(ObligationId whole);
    /// All of a plan that are not closed, those above first.
    [[nodiscard]] Result<std::vector<Part>> open_of_plan(plan::PlanId plan);
    /// By what tells obligations apart.
    [[nodiscard]] Result<std::optional<Obligation>> obligation_like(const Obligation& obligation,
                                                                    organisation::AgencyId agency,
                                                                    std::string_view quota);

    /// Saves what stands beside the obligation, new or not.
    [[nodiscard]] Result<void> save_terms(const Part& part);

private:
    database::Transaction& m_transaction;
};

/// A row with the columns of obligation_obligation and obligation_part.
[[nodiscard]] Part part_from(const database::Row& row);

}  // namespace caicach::obligation
