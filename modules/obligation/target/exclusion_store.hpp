#pragma once
#include <vector>

#include "database/transaction.hpp"
#include "obligation/target/exclusion.hpp"

namespace caicach::obligation
{

/// Exclusions ↔ rows.
class ExclusionStore
{
public:
    explicit ExclusionStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// In whatever state; at most one for each agency and value of a target.
    [[nodiscard]] Result<std::vector<Exclusion>> of_plan(plan::PlanId plan);
    /// conflict "base.already_exists".
    [[nodiscard]] Result<void> add(const Exclusion& exclusion);
    /// conflict "base.changed_meanwhile".
    [[nodiscard]] Result<void> save(const Exclusion& exclusion);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::obligation
