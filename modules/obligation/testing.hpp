#pragma once
#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "crypto/public_code.hpp"
#include "identity/api.hpp"
#include "obligation/budget/budget_steps.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/obstacle/obstacle_steps.hpp"
#include "obligation/own_plan/own_plan_steps.hpp"
#include "obligation/proposal/proposal_steps.hpp"
#include "plan/testing.hpp"

/// For tests of this module and of those below it. Each ends the test where it fails.
namespace caicach::obligation::testing
{

/// A new person of the agency of that code, in no role.
[[nodiscard]] inline identity::Account person_at(Context& context, std::string_view agency,
                                                 std::string name)
{
    auto transaction = MUST(context.begin());
    const auto where = MUST(organisation::agency_by_code(transaction, agency, context.today()));
    const auto id = MUST(identity::create_account(context, transaction,
                                                  {.name = std::move(name), .agency = where.id}));
    auto account = MUST(identity::account_by_id(transaction, id));
    MUST(transaction.commit());
    return account;
}

/// A plan in force with one item; its obligations in the order of their days.
[[nodiscard]] inline std::vector<Obligation> obligations_of_item(Context& context, plan::Item item,
                                                                 std::string_view coordinator)
{
    item.path = "II.1";
    const auto edition = plan::testing::plan_in_force(
        context, {.items = {std::move(item)}, .coordinator = coordinator});
    auto transaction = MUST(context.read());
    auto obligations = MUST(ObligationStore{transaction}.of_plan(edition.plan));
    std::ranges::sort(obligations, {}, &Obligation::due_on);
    return obligations;
}

/// Of one activity that the agency of that code leads: a quota of articles a month.
[[nodiscard]] inline std::vector<Obligation> obligations_of_articles(Context& context,
                                                                     std::string_view agency,
                                                                     std::string_view coordinator)
{
    auto item = plan::testing::activity_of(context, "Đăng tin, bài về cải cách", agency);
    item.quotas = {{.count = 2, .per = plan::Period::month, .unit = "tin, bài"}};
    return obligations_of_item(context, std::move(item), coordinator);
}

/// The same of an inspection a month.
[[nodiscard]] inline std::vector<Obligation> obligations_of_inspections(
    Context& context, std::string_view agency, std::string_view coordinator)
{
    auto item = plan::testing::activity_of(context, "Kiểm tra cải cách hành chính", agency);
    item.quotas = {{.count = 1, .per = plan::Period::month, .unit = "cuộc"}};
    return obligations_of_item(context, std::move(item), coordinator);
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

/// A part of articles that the first agency owes, proposed to the other one, which cooperates.
[[nodiscard]] inline Proposal proposal_of(Context& context, std::string_view giver,
                                          std::string_view partner)
{
    auto item = plan::testing::activity_of(context, "Đăng tin, bài về cải cách", giver);
    item.path = "II.1";
    item.quotas = {{.count = 2, .per = plan::Period::month, .unit = "tin, bài"}};
    item.support = plan::testing::activity_of(context, "", partner).lead;
    const auto edition =
        plan::testing::plan_in_force(context, {.items = {std::move(item)}, .coordinator = giver});
    auto transaction = MUST(context.begin());
    const auto obligations = MUST(ObligationStore{transaction}.of_plan(edition.plan));
    const auto last = std::ranges::max_element(obligations, {}, &Obligation::due_on);
    const auto agency =
        MUST(organisation::agency_by_code(transaction, partner, context.today())).id;
    auto proposal = MUST(propose(context, transaction, *last,
                                 {.agency = agency, .terms = {.content = "Viết một bài"}}));
    MUST(transaction.commit());
    return proposal;
}

/// A plan in force that asks the agency of that code for a plan of its own before 31 March, and for
/// articles; first what asks for the plan.
[[nodiscard]] inline std::vector<Obligation> obligations_of_own_plan(Context& context,
                                                                     std::string_view agency,
                                                                     std::string_view coordinator)
{
    auto asking = plan::testing::activity_of(context, "Xây dựng kế hoạch của cơ quan", agency);
    asking.path = "IV.1";
    asking.schedule =
        plan::Schedule{.kind = plan::Schedule::Kind::deadline, .due = Date::create(2026, 3, 31)};
    auto item = plan::testing::activity_of(context, "Đăng tin, bài về cải cách", agency);
    item.path = "II.3";
    item.quotas = {{.count = 2, .per = plan::Period::year, .unit = "tin, bài"}};
    const auto edition = plan::testing::plan_in_force(
        context, {.items = {std::move(item), std::move(asking)}, .coordinator = coordinator});
    auto transaction = MUST(context.read());
    auto obligations = MUST(ObligationStore{transaction}.of_plan(edition.plan));
    std::ranges::sort(obligations, {}, &Obligation::due_on);
    return obligations;
}

/// A target in force: where its page is.
struct TargetInForce {
    plan::PlanId plan{};
    std::string plan_code{};
    std::string code{};
};
/// A plan in force that asks the agency of that code to reach a share, with other targets of one's
/// own making behind it.
[[nodiscard]] inline TargetInForce target_of(Context& context, std::string_view agency,
                                             std::string_view coordinator,
                                             std::vector<plan::Item> others = {})
{
    auto item = plan::testing::activity_of(
        context, "Tối thiểu 85% hồ sơ thủ tục hành chính được nộp trực tuyến", agency);
    item.path = "I.1";
    item.type = plan::ItemType::target;
    item.metrics = {{.op = ">=", .value = 85, .unit = "%"}};
    std::vector<plan::Item> items{std::move(item)};
    for (auto& other : others) items.push_back(std::move(other));
    const auto edition = plan::testing::plan_in_force(
        context, {.items = std::move(items), .coordinator = coordinator});
    auto transaction = MUST(context.read());
    const auto summary = MUST(plan::summary_of(transaction, edition.plan));
    const auto in_force = MUST(plan::items_in_force(transaction, edition.plan));
    return {.plan = edition.plan, .plan_code = summary.code, .code = in_force.front().code()};
}

/// A line of that agency for the target's item.
[[nodiscard]] inline BudgetLine budget_line_of(Context& context, const TargetInForce& target,
                                               std::string_view agency, Estimate estimate = {})
{
    auto transaction = MUST(context.begin());
    NewBudgetLine wanted{.code = crypto::make_public_code(), .estimate = std::move(estimate)};
    wanted.plan = MUST(plan::summary_of(transaction, target.plan));
    wanted.lineage = MUST(plan::items_in_force(transaction, target.plan)).front().lineage;
    wanted.agency = MUST(organisation::agency_by_code(transaction, agency, context.today())).id;
    if (wanted.estimate.title.empty()) wanted.estimate.title = "In tờ gấp";
    if (wanted.estimate.total == 0) wanted.estimate.total = 20'000'000;
    auto line = MUST(add_budget_line(context, transaction, wanted));
    MUST(transaction.commit());
    return line;
}

/// A plan in force that the agency of that code made for itself; its code.
[[nodiscard]] inline std::string plan_made_by(Context& context, std::string_view agency,
                                              std::string_view activity = "Viết tin, bài")
{
    auto item = plan::testing::activity_of(context, std::string{activity}, agency);
    item.path = "1";
    const auto edition =
        plan::testing::plan_in_force(context, {.items = {std::move(item)}, .coordinator = agency});
    auto transaction = MUST(context.read());
    return MUST(plan::summary_of(transaction, edition.plan)).code;
}

/// An own plan, in force here, sent for the obligation.
[[nodiscard]] inline OwnPlan own_plan_of(Context& context, const Obligation& obligation,
                                         std::string linked, std::vector<OwnPlanLine> lines = {})
{
    auto transaction = MUST(context.begin());
    auto own = MUST(send_own_plan(context, transaction, obligation,
                                  {.form = "filed",
                                   .title = "Kế hoạch số 15/KH",
                                   .linked = std::move(linked),
                                   .lines = std::move(lines)},
                                  {}));
    MUST(transaction.commit());
    return own;
}

}  // namespace caicach::obligation::testing
