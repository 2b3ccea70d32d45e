#include "app/demo/demo_numbers.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "app/demo/demo_directory.hpp"
#include "calendar/date.hpp"
#include "crypto/public_code.hpp"
#include "obligation/budget/budget_steps.hpp"
#include "obligation/target/target_steps.hpp"

namespace caicach::app
{
namespace
{

using organisation::AgencySummary;

// Shares in a thousand.
constexpr int never_stated = 60;
constexpr int stated = 920;  ///< of a quarter, by the others
constexpr int with_budget = 200;
constexpr int appraised = 800;

constexpr int days_until_stated = 12;  ///< after the end of a quarter
constexpr std::int64_t million = 1'000'000;

struct QuarterEnd {
    int month{};
    int day{};
};
constexpr std::array<QuarterEnd, 4> quarter_ends{{{3, 31}, {6, 30}, {9, 30}, {12, 31}}};

/// A whole of some hundreds, and a part of it that grows from quarter to quarter.
obligation::TypedAmounts share_in(DemoChance& chance, int quarter)
{
    const int whole = 200 + chance.below(1'800);
    const int percent = std::min(60 + 8 * quarter + chance.below(20), 100);
    return {.numerator = std::to_string(whole * percent / 100),
            .denominator = std::to_string(whole)};
}

Result<void> state(Context& context, database::Transaction& transaction,
                   obligation::PlanTargets& targets, const obligation::Target& target,
                   organisation::AgencyId agency, const obligation::TypedAmounts& typed, Date as_of)
{
    const auto& measure = target.measures.front();
    const obligation::MeasurementPlace place{.plan = targets.plan().id,
                                             .lineage = target.item.lineage,
                                             .measure = measure.key,
                                             .agency = agency};
    const auto amounts = TRY(obligation::amounts_from(measure, typed));
    TRY(obligation::state_measurement(
        context, transaction, targets, target, place,
        {.amounts = amounts, .as_of = as_of, .source = "Hệ thống giải quyết thủ tục hành chính"}));
    return {};
}

/// What stands in one line, from its estimate to what was spent of it.
struct Costs {
    AgencySummary agency{};
    plan::ItemId item{};
    std::int64_t estimate{};
    std::int64_t granted{};
    int spendings{};
};

Result<void> keep_line(Context& context, database::Transaction& transaction, DemoClock& clock,
                       const plan::PlanSummary& plan, const Costs& costs, Date until)
{
    const auto on = [&](int month) { return *Date::create(plan.first_year, month, 10); };
    clock.set_day(on(2));
    const obligation::NewBudgetLine wanted{
        .code = crypto::make_public_code(),
        .plan = plan,
        .lineage = costs.item,
        .agency = costs.agency.id,
        .estimate = {.title = "In tờ gấp, thuê hội trường", .total = costs.estimate}};
    auto line = TRY(obligation::add_budget_line(context, transaction, wanted));
    if (costs.granted == 0 || on(3) >= until) return {};
    clock.set_day(on(3));
    TRY(obligation::appraise_line(context, transaction, line,
                                  {.amount = costs.granted, .note = "Theo khả năng ngân sách"},
                                  line.version));
    for (int number = 0; number < costs.spendings; ++number) {
        const auto day = on(4 + 2 * number);
        if (day >= until) break;
        clock.set_day(day);
        line = TRY(obligation::BudgetStore{transaction}.find(line.id));
        TRY(obligation::state_spending(context, transaction, line,
                                       {.code = crypto::make_public_code(),
                                        .amount = costs.granted / 4,
                                        .spent_on = day,
                                        .note = "Hóa đơn " + std::to_string(number + 1)}));
    }
    return {};
}

}  // namespace

Result<void> DemoNumbers::measure(Context& context, DemoClock& clock, plan::PlanId plan, Date until)
{
    for (std::size_t quarter = 0; quarter < quarter_ends.size(); ++quarter) {
        auto transaction = TRY(context.begin());
        auto summary = TRY(plan::summary_of(transaction, plan));
        const auto& end = quarter_ends[quarter];
        const auto as_of = Date::create(summary.first_year, end.month, end.day);
        VERIFY(as_of);
        const auto day = as_of->plus_days(days_until_stated);
        if (day >= until) break;
        clock.set_day(day);
        auto targets = TRY(obligation::PlanTargets::load(context, transaction, std::move(summary)));
        const auto agencies = TRY(demo_performers(transaction, targets.day()));
        for (const auto& target : targets.targets()) {
            for (const auto& agency : agencies) {
                if (is_silent(agency.id) || !m_chance.happens(stated)) continue;
                const auto typed = share_in(m_chance, static_cast<int>(quarter));
                TRY(state(context, transaction, targets, target, agency.id, typed, *as_of));
            }
        }
        TRY(transaction.commit());
    }
    return {};
}

bool DemoNumbers::is_silent(organisation::AgencyId agency)
{
    const auto [known, is_new] = m_silent.try_emplace(agency);
    if (is_new) known->second = m_chance.happens(never_stated);
    return known->second;
}

Result<void> DemoNumbers::spend(Context& context, DemoClock& clock, plan::PlanId plan, Date until)
{
    auto transaction = TRY(context.begin());
    const auto summary = TRY(plan::summary_of(transaction, plan));
    const auto begins = Date::create(summary.first_year, 2, 10);
    VERIFY(begins);
    if (*begins >= until) return {};
    const auto items = TRY(plan::items_in_force(transaction, plan));
    std::vector<plan::ItemId> work;
    for (const auto& item : items)
        if (item.type == plan::ItemType::activity) work.push_back(item.lineage);
    const auto agencies = TRY(demo_performers(transaction, *begins));
    for (const auto& agency : agencies) {
        if (work.empty() || !m_chance.happens(with_budget)) continue;
        Costs costs{.agency = agency};
        costs.item = work[static_cast<std::size_t>(m_chance.below(static_cast<int>(work.size())))];
        costs.estimate = million * (5 + m_chance.below(40));
        costs.granted = m_chance.happens(appraised) ? costs.estimate / 5 * 4 : 0;
        costs.spendings = m_chance.below(4);
        TRY(keep_line(context, transaction, clock, summary, costs, until));
    }
    return transaction.commit();
}

}  // namespace caicach::app
