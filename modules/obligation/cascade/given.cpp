#include "obligation/cascade/given.hpp"

#include <algorithm>
#include <utility>

#include "obligation/board/task_list.hpp"
#include "obligation/limits.hpp"
#include "obligation/permissions.hpp"
#include "obligation/reminder/nudge.hpp"
#include "obligation/reminder/nudge_form.hpp"
#include "obligation/reminder/reminder_rule.hpp"
#include "obligation/sql.hpp"
#include "text/collate.hpp"

namespace caicach::obligation
{
namespace
{

Date first_of(int year) { return Date::create(year, 1, 1).value_or(limits::first_day()); }
Date last_of(int year) { return Date::create(year, 12, 31).value_or(limits::last_day()); }

}  // namespace

Result<std::vector<UnitSums>> unit_sums(database::Transaction& transaction, const GivenQuery& query,
                                        Date today)
{
    const auto sums_from = [](const database::Row& row) {
        UnitSums sums{.unit = row.id<organisation::AgencyId>("agency_id"),
                      .owed = row.integer("owed"),
                      .in_time = row.integer("in_time"),
                      .late = row.integer("late"),
                      .excused = row.integer("excused"),
                      .overdue = row.integer("overdue")};
        sums.going_on =
            row.integer("parts") - sums.in_time - sums.late - sums.excused - sums.overdue;
        return sums;
    };
    auto all = TRY(transaction.all(sql::given_sums, sums_from, query.giver, first_of(query.year),
                                   last_of(query.year), today));
    AgencyNames names{transaction, std::min(today, last_of(query.year))};
    for (auto& sums : all) {
        const auto* unit = TRY(names.of(sums.unit));
        sums.code = unit->code;
        sums.name = unit->name;
    }
    std::ranges::sort(all, [](const UnitSums& one, const UnitSums& other) {
        return text::collate(one.name, other.name) < 0;
    });
    return all;
}

Result<std::vector<Task>> given_parts(database::Transaction& transaction, const GivenQuery& query)
{
    const auto after =
        query.after.id ? query.after : TaskPlace{.due_on = first_of(query.year).plus_days(-1)};
    return transaction.all(sql::given_parts, task_from, query.giver, first_of(query.year),
                           last_of(query.year), query.unit, after.due_on, after.id, query.limit);
}

Result<std::vector<Owing>> owed_by_units(database::Transaction& transaction,
                                         organisation::AgencyId giver, Date today)
{
    auto tasks = TRY(transaction.all(sql::parts_owed, owed_task_from, giver, nudged_until(today),
                                     limits::nudged_parts_max));
    return owing_of(transaction, std::move(tasks), today);
}

Result<int> nudge_units(Context& context, database::Transaction& transaction,
                        const organisation::AgencySummary& giver, const std::vector<Owing>& units)
{
    TRY(context.require(hand_on_work, organisation::scope_of(giver.id)));
    const NudgeDeed deed{.rule = part_nudge_rule,
                         .template_key = "reminder.nudge_part",
                         .by = giver.id,
                         .by_code = giver.code,
                         .variables = {{"co_quan", giver.name}},
                         .told = Told::only_its_own,
                         .event = "obligation.part.nudged"};
    return nudge_works(context, transaction, deed, units);
}

}  // namespace caicach::obligation
