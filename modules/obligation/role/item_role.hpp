#pragma once
#include <string>
#include <vector>

#include "manifest/context.hpp"
#include "obligation/board/sums.hpp"
#include "obligation/doers.hpp"
#include "obligation/work.hpp"

/// Agencies that a plan names for an item besides those that owe it: who leads what others perform,
/// helps, directs or oversees. They see the work of the item; it is neither theirs nor late with
/// them.
namespace caicach::obligation
{

/// One agency in one such role.
struct ItemRole {
    organisation::AgencyId agency{};
    plan::ItemId lineage{};  ///< of the item that is owed
    plan::Role role{plan::Role::support};

    friend auto operator<=>(const ItemRole&, const ItemRole&) = default;
};

/// Keeps who has which role by the plan in force, members of groups as of the day. Writes what
/// changed.
[[nodiscard]] Result<void> save_roles(database::Transaction& transaction,
                                      const plan::PlanSummary& plan,
                                      const std::vector<plan::Item>& items, Doers& doers, Date day);
/// Whether any role is kept at all.
[[nodiscard]] Result<bool> knows_roles(database::Transaction& transaction);
/// Of one item, all agencies.
[[nodiscard]] Result<std::vector<ItemRole>> roles_of(database::Transaction& transaction,
                                                     plan::PlanId plan, plan::ItemId lineage);
/// Those of its agencies whose work the reader may see, none where they may see none.
[[nodiscard]] Result<std::vector<ItemRole>> own_roles(const Context& context,
                                                      database::Transaction& transaction,
                                                      plan::PlanId plan, plan::ItemId lineage);

/// An item of which an agency has a part, and how all who owe it stand.
struct FollowedItem {
    Work work{};
    std::vector<plan::Role> roles{};
    Sums sums{};
};
/// Of plans that run in the year of the day or later, or of those that were over before.
enum class FollowedYears { running, earlier };
/// The newest plan first, in the order of its items; `skipped` are left out before.
[[nodiscard]] Result<std::vector<FollowedItem>> followed_items(
    database::Transaction& transaction, organisation::AgencyId agency, Date today, int limit,
    int skipped, FollowedYears years = FollowedYears::running);
[[nodiscard]] Result<Sums> sums_of_item(database::Transaction& transaction, plan::PlanId plan,
                                        plan::ItemId lineage);

/// "Chủ trì, theo dõi"
[[nodiscard]] std::string roles_text(const std::vector<plan::Role>& roles);

}  // namespace caicach::obligation
