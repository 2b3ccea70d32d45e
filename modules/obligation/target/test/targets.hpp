#pragma once
#include <string_view>

#include "obligation/target/target_steps.hpp"
#include "obligation/test/province.hpp"

/// A plan whose first item is a target of all departments, and what they state of it.
namespace caicach::obligation
{

/// A province-wide share: every department is to reach it.
inline plan::Item share_of_departments(const Province& province)
{
    auto item = province.work_of_group("Tối thiểu 85% hồ sơ nộp trực tuyến", "departments");
    item.path = "I.1";
    item.type = plan::ItemType::target;
    item.metrics = {{.op = ">=", .value = 85, .unit = "%"}};
    return item;
}

inline PlanTargets loaded(Context& context, database::Transaction& transaction, plan::PlanId plan)
{
    auto summary = MUST(plan::summary_of(transaction, plan));
    return MUST(PlanTargets::load(context, transaction, std::move(summary)));
}

inline Amounts pair(std::int64_t top, std::int64_t bottom)
{
    return {.numerator = top * 100, .denominator = bottom * 100};
}

inline Result<Stating> state(Province& province, plan::PlanId plan, std::string_view agency,
                             const NewMeasurement& wanted)
{
    auto transaction = MUST(province.context.begin());
    auto targets = loaded(province.context, transaction, plan);
    const auto& target = targets.targets().front();
    const MeasurementPlace place{.plan = plan,
                                 .lineage = target.item.lineage,
                                 .measure = target.measures.front().key,
                                 .agency = province.agency(agency)};
    const auto stated =
        TRY(state_measurement(province.context, transaction, targets, target, place, wanted));
    TRY(transaction.commit());
    return stated;
}

inline MeasureStanding standing(Province& province, plan::PlanId plan)
{
    auto transaction = MUST(province.context.read());
    auto targets = loaded(province.context, transaction, plan);
    return MUST(targets.standing(targets.targets().front())).measures.front();
}

inline AgencyStanding standing_of(Province& province, plan::PlanId plan, std::string_view agency)
{
    const auto all = standing(province, plan);
    for (const auto& one : all.agencies)
        if (one.agency.code == agency) return one;
    FAIL("no such agency");
    return {};
}

inline void check_kept(Province& province)
{
    CHECK(MUST(check_measured(province.context)).empty());
}

}  // namespace caicach::obligation
