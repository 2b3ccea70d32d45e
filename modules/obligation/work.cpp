#include "obligation/work.hpp"

#include <algorithm>

#include "obligation/sql.hpp"

namespace caicach::obligation
{

Work work_from(const database::Row& row)
{
    return {.plan = row.id<plan::PlanId>("plan_id"),
            .lineage = row.id<plan::ItemId>("lineage"),
            .path = row.string("path"),
            .title = row.string("title"),
            .area = row.string("area"),
            .position = row.real("position"),
            .owed_with = row.id<plan::ItemId>("owed_with")};
}

namespace
{

bool repeats_path(const plan::Item& item, const std::string& path)
{
    return std::ranges::any_of(item.notes, [&](const plan::Note& note) {
        return note.key == plan::repeats && note.text == path;
    });
}

/// Nobody owes a topic, and a target is no duty: neither is owed for one with the same words.
bool asks_the_same(const plan::Item& one, const plan::Item& other)
{
    const auto is_target = [](const plan::Item& item) {
        return item.type == plan::ItemType::target;
    };
    return other.type != plan::ItemType::topic && is_target(one) == is_target(other) &&
           one.lead == other.lead && one.perform == other.perform && one.quotas == other.quotas &&
           one.schedule == other.schedule && one.requested == other.requested;
}

}  // namespace

const plan::Item* owed_elsewhere(const plan::Item& item, const std::vector<plan::Item>& items)
{
    // A reviewer merges what is said twice; what was confirmed beside such a note is work apart.
    if (item.is_reviewed) return nullptr;
    // Of two that point at each other the earlier one is owed.
    const auto is_that = [&](const plan::Item& other) {
        return other.lineage != item.lineage && repeats_path(item, other.path) &&
               asks_the_same(item, other) &&
               (other.position < item.position || !repeats_path(other, item.path));
    };
    const auto found = std::ranges::find_if(items, is_that);
    return found == items.end() ? nullptr : &*found;
}

Result<void> save_works(database::Transaction& transaction, plan::PlanId plan,
                        const std::vector<plan::Item>& items)
{
    for (const auto& item : items) {
        if (item.type == plan::ItemType::topic) continue;
        const auto* owed = owed_elsewhere(item, items);
        const auto owed_with = owed == nullptr ? plan::ItemId{} : owed->lineage;
        TRY(transaction.change(sql::save_work, plan, item.lineage, item.path, item.title, item.area,
                               item.position, owed_with));
    }
    return {};
}

Result<std::vector<Work>> works_of(database::Transaction& transaction, plan::PlanId plan)
{
    return transaction.all(sql::works_of_plan, work_from, plan);
}

Result<Work> work_of(database::Transaction& transaction, plan::PlanId plan, plan::ItemId lineage)
{
    auto found = TRY(transaction.maybe_one(sql::work_of, work_from, plan, lineage));
    if (!found) return failure(Failure::not_found, "obligation.not_found");
    return std::move(*found);
}

}  // namespace caicach::obligation
