#include "obligation/telling/told_targets.hpp"

#include <utility>

#include "obligation/target/target_table.hpp"
#include "obligation/telling/told_tasks.hpp"

namespace caicach::obligation
{
namespace
{

/// Where the tables of targets have what a report tells.
struct Places {
    std::size_t known{};
    std::size_t as_of{};
    std::size_t reached{};
};
constexpr Places of_agency{.known = 2, .as_of = 3, .reached = 4};
constexpr Places of_plan{.known = 2, .as_of = 3, .reached = 5};

}  // namespace

Result<std::vector<ToldTarget>> told_targets(Context& context, database::Transaction& transaction,
                                             const evidence::Telling& telling, std::size_t limit)
{
    std::vector<ToldTarget> told;
    const auto plans = TRY(plans_in(transaction, telling.window, telling.today));
    const auto& places = telling.agency ? of_agency : of_plan;
    for (const auto& plan : plans) {
        auto targets = TRY(PlanTargets::load(context, transaction, plan));
        const auto standings = TRY(targets.standings());
        const auto table = telling.agency ? own_targets_table(plan, standings, *telling.agency, {})
                                          : targets_table(plan, standings, {}, TableRoom::page);
        for (const auto& cells : table.rows) {
            if (told.size() == limit) return told;
            told.push_back({.title = cells[0].text,
                            .asked = cells[1].text,
                            .known = cells[places.known].text,
                            .as_of = cells[places.as_of].text,
                            .reached = cells[places.reached].text,
                            .plan = plan::name_in_short(plan),
                            .path = cells[0].path});
        }
    }
    return told;
}

}  // namespace caicach::obligation
