#pragma once
#include <optional>
#include <vector>

#include "base/result.hpp"
#include "plan/item.hpp"

namespace caicach::database
{
class Transaction;
}

/// Plans in force, for the modules above: what is asked of whom, and when that changes.
namespace caicach::plan
{

/// A plan came into force, or an amended edition of it replaced `replaced`. Told in the transaction
/// that did it; obligations are made from it.
struct PlanPutInForce {
    PlanId plan{};
    EditionId edition{};
    std::optional<EditionId> replaced{};
};

/// The items of the edition in force, in the order of the document. not_found "plan.not_found".
[[nodiscard]] Result<std::vector<Item>> items_in_force(database::Transaction& transaction,
                                                       PlanId plan);

}  // namespace caicach::plan
