#pragma once
#include <string>
#include <vector>

#include "database/transaction.hpp"
#include "plan/api.hpp"

namespace caicach::obligation
{

/// An item of a plan as something that agencies owe: what boards and inboxes show of it.
struct Work {
    plan::PlanId plan{};
    plan::ItemId lineage{};
    std::string path{};  ///< "II.1.a"
    std::string title{};
    std::string area{};  ///< key of a field of reform, or empty
    double position{};   ///< in the plan
    /// The item that states the same duty first and is owed for both; none: it is owed itself.
    plan::ItemId owed_with{};
};

/// A row with the columns of obligation_work.
[[nodiscard]] Work work_from(const database::Row& row);

/// The earlier item that says the same, where a note of the item names its path; nothing where
/// there is none, or it is no longer in the plan.
[[nodiscard]] const plan::Item* owed_elsewhere(const plan::Item& item,
                                               const std::vector<plan::Item>& items);

/// What the plan in force asks; what it asks no more stays as it was.
[[nodiscard]] Result<void> save_works(database::Transaction& transaction, plan::PlanId plan,
                                      const std::vector<plan::Item>& items);
/// In the order of the plan.
[[nodiscard]] Result<std::vector<Work>> works_of(database::Transaction& transaction,
                                                 plan::PlanId plan);
/// not_found "obligation.not_found".
[[nodiscard]] Result<Work> work_of(database::Transaction& transaction, plan::PlanId plan,
                                   plan::ItemId lineage);

}  // namespace caicach::obligation
