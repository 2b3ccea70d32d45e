#pragma once
#include <span>
#include <string_view>

#include "database/transaction.hpp"
#include "plan/api.hpp"

/// A plan names who coordinates it. Where that agency ended, the one that answers for most of it
/// now coordinates in its place, without a new edition.
namespace caicach::obligation
{

/// plan::summary_of, with who coordinates it on that day.
[[nodiscard]] Result<plan::PlanSummary> plan_today(database::Transaction& transaction,
                                                   plan::PlanId plan, Date today);
[[nodiscard]] Result<plan::PlanSummary> plan_today(database::Transaction& transaction,
                                                   std::string_view code, Date today);
/// The same of plans that were found already.
[[nodiscard]] Result<void> pass_coordination_on(database::Transaction& transaction,
                                                std::span<plan::PlanSummary> plans, Date today);

}  // namespace caicach::obligation
