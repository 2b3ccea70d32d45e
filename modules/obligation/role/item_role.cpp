#include "obligation/role/item_role.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "obligation/permissions.hpp"
#include "obligation/sql.hpp"

namespace caicach::obligation
{
namespace
{

using Roles = std::set<ItemRole>;

ItemRole role_from(const database::Row& row)
{
    return {.agency = row.id<organisation::AgencyId>("agency_id"),
            .lineage = row.id<plan::ItemId>("lineage"),
            .role = plan::role_from(row.text("role")).value_or(plan::Role::support)};
}

Result<Roles> named_in(const plan::PlanSummary& plan, const std::vector<plan::Item>& items,
                       Doers& doers, Date day)
{
    Roles named;
    for (const auto& item : items) {
        if (item.type == plan::ItemType::topic) continue;
        const auto* owed = owed_elsewhere(item, items);
        const auto owing = Doers::owing_role(item);
        for (const auto role :
             {plan::Role::lead, plan::Role::support, plan::Role::direct, plan::Role::oversee}) {
            if (role == owing) continue;
            const auto agencies = TRY(doers.in_role(item, role, plan.issued_on, day));
            for (const auto agency : agencies)
                named.insert({agency, owed == nullptr ? item.lineage : owed->lineage, role});
        }
    }
    return named;
}

Roles without(const Roles& these, const Roles& those)
{
    Roles left;
    std::ranges::set_difference(these, those, std::inserter(left, left.end()));
    return left;
}

FollowedItem followed_from(const database::Row& row)
{
    FollowedItem item{.work = work_from(row)};
    const auto add = [&](std::string_view column, plan::Role role) {
        if (row.integer(column) != 0) item.roles.push_back(role);
    };
    add("leads", plan::Role::lead);
    add("supports", plan::Role::support);
    add("directs", plan::Role::direct);
    add("oversees", plan::Role::oversee);
    return item;
}

using Overdue = std::map<plan::ItemId, std::int64_t>;

Result<Overdue> overdue_of(database::Transaction& transaction, plan::PlanId plan, Date today)
{
    Overdue all;
    TRY(transaction.each(
        sql::overdue_by_item,
        [&](const database::Row& row) {
            all[row.id<plan::ItemId>("lineage")] = row.integer("overdue");
            return true;
        },
        plan, today));
    return all;
}

/// ",7,9,": what followed_items.sql looks for a plan in.
Result<std::string> running_plans(database::Transaction& transaction, Date today)
{
    const auto plans = TRY(plan::plans_in_force(transaction));
    std::string ids = ",";
    for (const auto& plan : plans)
        if (plan.last_year >= today.year()) ids += std::to_string(plan.id.value) + ",";
    return ids;
}

}  // namespace

Result<void> save_roles(database::Transaction& transaction, const plan::PlanSummary& plan,
                        const std::vector<plan::Item>& items, Doers& doers, Date day)
{
    const auto named = TRY(named_in(plan, items, doers, day));
    const auto rows = TRY(transaction.all(sql::roles_of_plan, role_from, plan.id));
    const Roles known(rows.begin(), rows.end());
    for (const auto& [agency, lineage, role] : without(known, named))
        TRY(transaction.change(sql::remove_role, agency, plan.id, lineage, plan::name_of(role)));
    for (const auto& [agency, lineage, role] : without(named, known))
        TRY(transaction.change(sql::insert_role, agency, plan.id, lineage, plan::name_of(role)));
    return {};
}

Result<bool> knows_roles(database::Transaction& transaction)
{
    const auto found = [](const database::Row& row) { return row.integer("found"); };
    const auto count = TRY(transaction.one(sql::any_role, found));
    return count > 0;
}

Result<std::vector<ItemRole>> roles_of(database::Transaction& transaction, plan::PlanId plan,
                                       plan::ItemId lineage)
{
    return transaction.all(sql::roles_of_item, role_from, plan, lineage);
}

Result<std::vector<ItemRole>> own_roles(const Context& context, database::Transaction& transaction,
                                        plan::PlanId plan, plan::ItemId lineage)
{
    auto all = TRY(roles_of(transaction, plan, lineage));
    std::erase_if(all, [&](const ItemRole& one) {
        return !context.may(see_work, organisation::scope_of(one.agency));
    });
    return all;
}

Result<std::vector<FollowedItem>> followed_items(database::Transaction& transaction,
                                                 organisation::AgencyId agency, Date today,
                                                 int limit, int skipped, FollowedYears years)
{
    const auto running = TRY(running_plans(transaction, today));
    auto items = TRY(transaction.all(sql::followed_items, followed_from, agency, limit, skipped,
                                     running, years == FollowedYears::running ? 1 : 0));
    std::map<plan::PlanId, Overdue> overdue;
    for (auto& item : items) {
        const auto plan = item.work.plan;
        auto known = overdue.find(plan);
        if (known == overdue.end()) {
            auto counted = TRY(overdue_of(transaction, plan, today));
            known = overdue.emplace(plan, std::move(counted)).first;
        }
        item.sums = TRY(sums_of_item(transaction, plan, item.work.lineage));
        item.sums.overdue = known->second[item.work.lineage];
    }
    return items;
}

Result<Sums> sums_of_item(database::Transaction& transaction, plan::PlanId plan,
                          plan::ItemId lineage)
{
    const auto sums = [](const database::Row& row) {
        return Sums{.owed = row.integer("owed"),
                    .in_time = row.integer("in_time"),
                    .late = row.integer("late"),
                    .excused = row.integer("excused")};
    };
    return transaction.one(sql::sums_of_item, sums, plan, lineage);
}

std::string roles_text(const std::vector<plan::Role>& roles)
{
    std::string said;
    for (const auto role : roles)
        said += (said.empty() ? "" : ", ") + std::string{plan::label(role)};
    return said;
}

}  // namespace caicach::obligation
