#include "obligation/gone_works.hpp"

#include <algorithm>

#include "obligation/sql.hpp"
#include "obligation/work.hpp"

namespace caicach::obligation
{

Result<std::vector<plan::ItemId>> leave_gone_works(database::Transaction& transaction,
                                                   plan::PlanId plan,
                                                   const std::vector<plan::Item>& items)
{
    const auto works = TRY(works_of(transaction, plan));
    std::vector<plan::ItemId> left;
    for (const auto& work : works) {
        const bool is_there =
            std::ranges::find(items, work.lineage, &plan::Item::lineage) != items.end();
        if (is_there) continue;
        const auto changed = TRY(transaction.change(sql::leave_work, plan, work.lineage));
        if (changed > 0) left.push_back(work.lineage);
    }
    return left;
}

Result<std::set<plan::ItemId>> gone_works(database::Transaction& transaction, plan::PlanId plan)
{
    const auto lineage = [](const database::Row& row) { return row.id<plan::ItemId>("lineage"); };
    const auto all = TRY(transaction.all(sql::gone_works, lineage, plan));
    return std::set<plan::ItemId>{all.begin(), all.end()};
}

}  // namespace caicach::obligation
