#include "obligation/obstacle/obstacle.hpp"

#include "obligation/obstacle/obstacle_steps.hpp"
#include "obligation/test/province.hpp"

namespace caicach::obligation
{
namespace
{

constexpr organisation::AgencyId asker{1};
constexpr organisation::AgencyId coordinator{2};
constexpr organisation::AgencyId expert{3};

Obstacle waiting_obstacle()
{
    Obstacle obstacle{.agency = asker};
    obstacle.put_to(coordinator, coordinator);
    return obstacle;
}

std::string key_of(const Result<void>& result)
{
    return result ? std::string{} : result.error().key;
}

Obstacle raised(Province& province, const Obligation& obligation, const NewObstacle& wanted)
{
    auto transaction = MUST(province.context.begin());
    auto obstacle = MUST(raise_obstacle(province.context, transaction, obligation, wanted, {}));
    MUST(transaction.commit());
    return obstacle;
}

NewObstacle about_money()
{
    return {.kind = "money", .problem = "Chưa có kinh phí", .wish = "Bố trí trước ngày 30/4"};
}

}  // namespace

TEST_CASE("an obstacle waits for the coordinator, moves on, and is answered")
{
    auto obstacle = waiting_obstacle();
    CHECK(obstacle.state == ObstacleState::open);
    CHECK(obstacle.forward(expert, coordinator));
    CHECK(obstacle.state == ObstacleState::forwarded);
    CHECK(obstacle.forward(coordinator, coordinator));
    CHECK(obstacle.state == ObstacleState::open);
    CHECK(obstacle.answer());
    CHECK(obstacle.state == ObstacleState::answered);
    CHECK(obstacle.close());
    CHECK(obstacle.state == ObstacleState::closed);
}

TEST_CASE("an answer that does not help brings it back to who gave it")
{
    auto obstacle = waiting_obstacle();
    CHECK(obstacle.forward(expert, coordinator));
    CHECK(obstacle.answer());
    CHECK(obstacle.ask_again(coordinator));
    CHECK(obstacle.handler == expert);
    CHECK(obstacle.state == ObstacleState::forwarded);
}

TEST_CASE("steps out of their order are refused")
{
    auto obstacle = waiting_obstacle();
    CHECK(key_of(obstacle.ask_again(coordinator)) == "obligation.obstacle.not_answered");
    CHECK(key_of(obstacle.forward(coordinator, coordinator)) == "obligation.obstacle.same_agency");
    CHECK(key_of(obstacle.forward(asker, coordinator)) == "obligation.obstacle.own_agency");
    CHECK(obstacle.answer());
    CHECK(key_of(obstacle.answer()) == "obligation.obstacle.not_waiting");
    CHECK(key_of(obstacle.forward(expert, coordinator)) == "obligation.obstacle.not_waiting");
    CHECK(obstacle.close());
    CHECK(key_of(obstacle.close()) == "obligation.obstacle.closed");
    CHECK(key_of(obstacle.ask_again(coordinator)) == "obligation.obstacle.not_answered");
}

TEST_CASE("an obstacle is kept with every step, and counted until it is closed")
{
    in_province([](Province& province) {
        auto& context = province.context;
        const auto syt = province.agency("SYT");
        const auto plan = put_in_force(province, {monthly_articles(context, "SYT", 2)});
        const auto march = province.obligation(plan, syt, "2026-03");
        const auto obstacle = raised(province, march, about_money());
        auto transaction = MUST(context.begin());
        ObstacleStore store{transaction};
        CHECK(MUST(store.waiting_for(province.agency("SNV"))) == 1);
        MUST(forward_obstacle(context, transaction, obstacle, "Sở Tài chính", "Thuộc ngành"));
        auto now = MUST(store.find(obstacle.code));
        CHECK(now.handler == province.agency("STC"));
        CHECK(now.state == ObstacleState::forwarded);
        MUST(answer_obstacle(context, transaction, now, "Đã bố trí", {}));
        CHECK(MUST(store.left_of_plan(plan)).at(march.id) == 1);
        now = MUST(store.find(obstacle.code));
        MUST(close_obstacle(context, transaction, now, ""));
        CHECK(MUST(store.left_of_plan(plan)).empty());
        const auto steps = MUST(store.steps(obstacle.id));
        REQUIRE(steps.size() == 4);
        CHECK(steps[1].to == province.agency("STC"));
        CHECK(steps[2].text == "Đã bố trí");
        CHECK(steps[3].kind == ObstacleStep::Kind::closed);
        const auto counts = MUST(store.counts(plan));
        REQUIRE(counts.size() == 1);
        CHECK(counts.front().state == ObstacleState::closed);
        MUST(transaction.commit());
    });
}

TEST_CASE("lists hold what they are asked for, page by page")
{
    in_province([](Province& province) {
        auto& context = province.context;
        const auto syt = province.agency("SYT");
        const auto plan = put_in_force(province, {monthly_articles(context, "SYT", 2)});
        const auto march = province.obligation(plan, syt, "2026-03");
        const auto first = raised(province, march, about_money());
        auto other = about_money();
        other.kind = "people";
        const auto second = raised(province, march, other);
        auto transaction = MUST(context.read());
        ObstacleStore store{transaction};
        const auto newest = MUST(store.of_agency(syt, ObstacleBox::raised, {}, 1));
        REQUIRE(newest.size() == 1);
        CHECK(newest.front().obstacle.id == second.id);
        CHECK(newest.front().work.path == "II.1");
        const auto next = MUST(store.of_agency(syt, ObstacleBox::raised, second.id, 5));
        REQUIRE(next.size() == 1);
        CHECK(next.front().obstacle.id == first.id);
        CHECK(MUST(store.of_agency(province.agency("SNV"), ObstacleBox::waiting, {}, 5)).size() ==
              2);
        CHECK(MUST(store.of_agency(province.agency("SNV"), ObstacleBox::settled, {}, 5)).empty());
        CHECK(MUST(store.of_plan({.plan = plan, .kind = ObstacleKind::people}, {}, 5)).size() == 1);
        CHECK(MUST(store.of_plan({.plan = plan, .agency = province.agency("STP")}, {}, 5)).empty());
        CHECK(MUST(store.of_plan({.plan = plan, .area = ""}, {}, 5)).size() == 2);
        CHECK(MUST(store.of_plan({.plan = plan, .area = "institution"}, {}, 5)).empty());
        CHECK(
            MUST(store.of_plan({.plan = plan, .state = ObstacleState::open}, first.id, 5)).empty());
    });
}

TEST_CASE("two who answer at once: the second is told")
{
    in_province([](Province& province) {
        auto& context = province.context;
        const auto plan = put_in_force(province, {monthly_articles(context, "SYT", 2)});
        const auto obstacle = raised(
            province, province.obligation(plan, province.agency("SYT"), "2026-03"), about_money());
        auto transaction = MUST(context.begin());
        MUST(answer_obstacle(context, transaction, obstacle, "Một", {}));
        const auto second = answer_obstacle(context, transaction, obstacle, "Hai", {});
        CHECK(key_of(second) == "base.changed_meanwhile");
    });
}

}  // namespace caicach::obligation
