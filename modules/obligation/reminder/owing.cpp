#include "obligation/reminder/owing.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "obligation/board/task_list.hpp"
#include "text/collate.hpp"

namespace caicach::obligation
{

OwedTask owed_task_from(const database::Row& row)
{
    return {.task = task_from(row),
            .nudged_on = row.maybe_date("nudged_on"),
            .nudged_by = organisation::AgencyId{row.maybe_integer("nudged_by").value_or(0)}};
}

std::int64_t Owing::overdue(Date today) const
{
    return std::ranges::count_if(
        tasks, [&](const OwedTask& owed) { return owed.task.obligation.due_on < today; });
}

bool Owing::waits(Date today) const
{
    return std::ranges::any_of(tasks,
                               [&](const OwedTask& owed) { return owed.nudged_on != today; });
}

const OwedTask* Owing::last_nudged() const
{
    const auto last = std::ranges::max_element(tasks, {}, &OwedTask::nudged_on);
    return last == tasks.end() || !last->nudged_on ? nullptr : &*last;
}

Result<std::vector<Owing>> owing_of(database::Transaction& transaction, std::vector<OwedTask> tasks,
                                    Date today)
{
    std::map<organisation::AgencyId, Owing> by_agency;
    for (auto& owed : tasks)
        by_agency[owed.task.obligation.agency].tasks.push_back(std::move(owed));
    std::vector<Owing> all;
    all.reserve(by_agency.size());
    AgencyNames names{transaction, today};
    for (auto& [id, owing] : by_agency) {
        const auto* agency = TRY(names.of(id));
        owing.agency = *agency;
        all.push_back(std::move(owing));
    }
    std::ranges::sort(all, [&](const Owing& one, const Owing& other) {
        const auto first = one.overdue(today);
        const auto second = other.overdue(today);
        if (first != second) return first > second;
        return text::collate(one.agency.name, other.agency.name) < 0;
    });
    return all;
}

}  // namespace caicach::obligation
