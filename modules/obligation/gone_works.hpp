#pragma once
#include <set>
#include <vector>

#include "database/transaction.hpp"
#include "plan/api.hpp"

/// Items that were in the plan once: what hangs on them, money above all, keeps their names.
namespace caicach::obligation
{

/// Those that `items`, what the plan has now, no longer has and that are not known to be gone yet.
[[nodiscard]] Result<std::vector<plan::ItemId>> leave_gone_works(
    database::Transaction& transaction, plan::PlanId plan, const std::vector<plan::Item>& items);
[[nodiscard]] Result<std::set<plan::ItemId>> gone_works(database::Transaction& transaction,
                                                        plan::PlanId plan);

}  // namespace caicach::obligation
