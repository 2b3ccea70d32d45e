#include "obligation/inherited.hpp"

#include <algorithm>
#include <utility>

#include "obligation/heirs.hpp"

namespace caicach::obligation
{

Result<std::vector<Inherited>> inherited_tasks(database::Transaction& transaction,
                                               organisation::AgencyId agency, Date today,
                                               AccountId account)
{
    const auto before = TRY(predecessors_of(transaction, agency, today));
    Heirs heirs{transaction, today};
    std::vector<Inherited> all;
    for (const auto one : before) {
        Inherited inherited;
        const TaskQuery query{.agency = one,
                              .only_mine = static_cast<bool>(account),
                              .account = account,
                              .limit = inherited_max};
        inherited.tasks = TRY(tasks(transaction, query, today));
        std::vector<Task> answered_for;
        for (auto& task : inherited.tasks) {
            const auto of_task = TRY(heirs.of(task.obligation));
            if (std::ranges::find(of_task, agency) != of_task.end())
                answered_for.push_back(std::move(task));
        }
        if (answered_for.empty()) continue;
        inherited.tasks = std::move(answered_for);
        inherited.agency = TRY(organisation::agency_by_id(transaction, one, today)).name;
        all.push_back(std::move(inherited));
    }
    return all;
}

}  // namespace caicach::obligation
