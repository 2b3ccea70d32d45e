#include "plan/api.hpp"
#include "plan/edition_store.hpp"
#include "plan/item_store.hpp"

namespace caicach::plan
{

Result<std::vector<Item>> items_in_force(database::Transaction& transaction, PlanId plan)
{
    auto editions = EditionStore{transaction};
    const auto edition = TRY(editions.in_force_of(plan));
    if (!edition) return failure(Failure::not_found, "plan.not_found");
    auto items = ItemStore{transaction};
    auto all = TRY(items.all_of(edition->id));
    return without_removed(std::move(all));
}

}  // namespace caicach::plan
