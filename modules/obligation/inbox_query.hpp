#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "obligation/inbox.hpp"

/// The inbox narrowed to one plan; none stands for all plans.
namespace caicach::obligation
{

[[nodiscard]] std::string inbox_path_of_plan(Box box, bool only_mine, std::string_view plan_code);

[[nodiscard]] Result<std::vector<Task>> tasks_of_plan(database::Transaction& transaction,
                                                      const TaskQuery& query, plan::PlanId plan,
                                                      Date today);
[[nodiscard]] Result<BoxCounts> box_counts_of_plan(database::Transaction& transaction,
                                                   const TaskQuery& query, plan::PlanId plan,
                                                   Date today);

}  // namespace caicach::obligation
