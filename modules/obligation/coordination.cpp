#include "obligation/coordination.hpp"

#include "obligation/heirs.hpp"

namespace caicach::obligation
{

Result<plan::PlanSummary> plan_today(database::Transaction& transaction, plan::PlanId plan,
                                     Date today)
{
    auto found = TRY(plan::summary_of(transaction, plan));
    TRY(pass_coordination_on(transaction, {&found, 1}, today));
    return found;
}

Result<plan::PlanSummary> plan_today(database::Transaction& transaction, std::string_view code,
                                     Date today)
{
    auto found = TRY(plan::summary_of(transaction, code));
    TRY(pass_coordination_on(transaction, {&found, 1}, today));
    return found;
}

Result<void> pass_coordination_on(database::Transaction& transaction,
                                  std::span<plan::PlanSummary> plans, Date today)
{
    Heirs heirs{transaction, today};
    for (auto& plan : plans) {
        const auto of_plan = TRY(heirs.of(plan.coordinator, plan.issued_on));
        if (!of_plan.empty()) plan.coordinator = of_plan.front();
    }
    return {};
}

}  // namespace caicach::obligation
