#include "obligation/cascade/given.hpp"

#include <algorithm>

#include "obligation/board/task_list.hpp"
#include "obligation/limits.hpp"
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

}  // namespace caicach::obligation
