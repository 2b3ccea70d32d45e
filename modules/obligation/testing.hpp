#pragma once
#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "obligation/obligation_store.hpp"
#include "obligation/obstacle/obstacle_steps.hpp"
#include "plan/testing.hpp"

/// For tests of this module and of those below it. Each ends the test where it fails.
namespace caicach::obligation::testing
{

/// A plan in force by which the agency of that code leads one activity, a quota of articles a
/// month, and coordinates itself; its obligations in the order of their days.
[[nodiscard]] inline std::vector<Obligation> obligations_of_articles(Context& context,
                                                                     std::string_view agency,
                                                                     std::string_view coordinator)
{
    auto item = plan::testing::activity_of(context, "Đăng tin, bài về cải cách", agency);
    item.path = "II.1";
    item.quotas = {{.count = 2, .per = plan::Period::month, .unit = "tin, bài"}};
    const auto edition = plan::testing::plan_in_force(
        context, {.items = {std::move(item)}, .coordinator = coordinator});
    auto transaction = MUST(context.read());
    auto obligations = MUST(ObligationStore{transaction}.of_plan(edition.plan));
    std::ranges::sort(obligations, {}, &Obligation::due_on);
    return obligations;
}

/// An obstacle of the obligation's agency, put to another one.
[[nodiscard]] inline Obstacle obstacle_of(Context& context, const Obligation& obligation,
                                          std::string to)
{
    auto transaction = MUST(context.begin());
    auto obstacle = MUST(raise_obstacle(context, transaction, obligation,
                                        {.kind = "money",
                                         .problem = "Chưa có kinh phí in tờ gấp",
                                         .wish = "Bố trí kinh phí",
                                         .to = std::move(to)},
                                        {}));
    MUST(transaction.commit());
    return obstacle;
}

}  // namespace caicach::obligation::testing
