#include "obligation/target/numbers_missing.hpp"

#include <algorithm>
#include <utility>

#include "obligation/target/target_paths.hpp"

namespace caicach::obligation
{

Result<std::vector<plan::PlanSummary>> plans_asking(database::Transaction& transaction, Date today)
{
    NumberRhythmStore store{transaction};
    const auto ids = TRY(store.plans());
    std::vector<plan::PlanSummary> plans;
    for (const auto id : ids) {
        auto plan = plan::summary_of(transaction, id);
        if (!plan && plan.error().kind == Failure::not_found) continue;  // in force no longer
        if (!plan) return tl::unexpected<Error>(plan.error());
        const auto rhythms = TRY(store.of_plan(id));
        const bool asks = std::ranges::any_of(rhythms, [&](const NumberRhythm& rhythm) {
            return asked_on(rhythm, *plan, today).has_value();
        });
        if (asks) plans.push_back(std::move(*plan));
    }
    return plans;
}

Result<std::vector<MissingNumbers>> missing_numbers(Context& context,
                                                    database::Transaction& transaction,
                                                    organisation::AgencyId agency)
{
    std::vector<MissingNumbers> missing;
    const auto plans = TRY(plans_asking(transaction, context.today()));
    for (const auto& plan : plans) {
        auto targets = TRY(PlanTargets::load(context, transaction, plan));
        const auto own = TRY(MeasurementStore{transaction}.now_of_agency(plan.id, agency));
        for (const auto& target : targets.targets()) {
            const bool is_missing = TRY(targets.is_missing(target, agency, own));
            if (!is_missing) continue;
            missing.push_back({.text = target.item.path + ". " + target.item.title,
                               .path = target_path(plan.code, target.code()),
                               .asked = *targets.asked_now(target)});
        }
    }
    std::ranges::stable_sort(missing, {}, [](const MissingNumbers& one) { return one.asked.due; });
    return missing;
}

std::string asked_text(const AskedPeriod& asked, Date today)
{
    const bool is_late = asked.due < today;
    return asked.label() + (is_late ? ", quá hạn từ " : ", chậm nhất ") + asked.due.vietnamese();
}

}  // namespace caicach::obligation
