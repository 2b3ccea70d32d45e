#include "obligation/board/late_standing.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "obligation/board/task_list.hpp"
#include "obligation/reminder/reminder.hpp"
#include "obligation/sql.hpp"
#include "text/collate.hpp"

namespace caicach::obligation
{

Result<std::vector<LateStanding>> late_standings(database::Transaction& transaction,
                                                 const Watched& watched)
{
    const auto plan = watched.plan.id;
    const auto today = watched.today;
    std::map<organisation::AgencyId, LateStanding> by_agency;
    const auto months = TRY(sums_by_month(transaction, plan, today));
    for (const auto& month : months)
        if (month.sums.late > 0) by_agency[month.agency].late += month.sums.late;
    const auto add_overdue = [&](const database::Row& row) {
        auto& standing = by_agency[row.id<organisation::AgencyId>("agency_id")];
        standing.overdue = row.integer("overdue");
        standing.oldest = row.date("oldest");
    };
    TRY(transaction.each(sql::overdue_by_agency, add_overdue, plan, today));
    const auto nudges = TRY(ReminderStore{transaction}.nudges(plan));
    for (const auto& nudge : nudges) {
        const auto found = by_agency.find(nudge.agency);
        if (found == by_agency.end()) continue;
        found->second.nudged_on = nudge.day;
        found->second.nudged_by = nudge.by;
    }
    std::vector<LateStanding> all;
    all.reserve(by_agency.size());
    AgencyNames names{transaction, today};
    for (auto& [id, standing] : by_agency) {
        const auto* agency = TRY(names.of(id));
        standing.agency = *agency;
        all.push_back(std::move(standing));
    }
    std::ranges::sort(all, [](const LateStanding& a, const LateStanding& b) {
        if (a.overdue != b.overdue) return a.overdue > b.overdue;
        if (a.late != b.late) return a.late > b.late;
        return text::collate(a.agency.name, b.agency.name) < 0;
    });
    return all;
}

bool waits_for_nudge(const LateStanding& standing, Date today)
{
    return standing.overdue > 0 && standing.nudged_on != today;
}

}  // namespace caicach::obligation
