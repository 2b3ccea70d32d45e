#include "obligation/target/number_rhythm.hpp"

#include "obligation/target/exclusion_steps.hpp"
#include "obligation/target/numbers_missing.hpp"
#include "obligation/target/test/targets.hpp"

namespace caicach::obligation
{
namespace
{

plan::PlanSummary plan_of_2026()
{
    return {.issued_on = day(1, 10), .first_year = 2026, .last_year = 2026};
}

Result<void> ask(Province& province, plan::PlanId id, const NewRhythm& wanted)
{
    auto transaction = MUST(province.context.begin());
    const auto plan = MUST(plan::summary_of(transaction, id));
    const auto items = MUST(plan::items_in_force(transaction, id));
    TRY(set_rhythm(province.context, transaction, plan, items, wanted));
    return transaction.commit();
}

std::vector<MissingNumbers> missing_of(Province& province, std::string_view agency)
{
    auto transaction = MUST(province.context.read());
    return MUST(missing_numbers(province.context, transaction, province.agency(agency)));
}

std::size_t missing_in(Province& province, plan::PlanId plan)
{
    auto transaction = MUST(province.context.read());
    auto targets = loaded(province.context, transaction, plan);
    return MUST(targets.standing(targets.targets().front())).missing.size();
}

}  // namespace

TEST_CASE("the last period that is over is asked for, also of a plan whose years are over")
{
    const NumberRhythm quarterly{.rhythm = Rhythm::quarter, .days = 10};
    const auto plan = plan_of_2026();
    CHECK(!asked_on(quarterly, plan, day(3, 31)));
    const auto first = asked_on(quarterly, plan, day(4, 1));
    REQUIRE(first);
    CHECK(first->label() == "Quý I/2026");
    CHECK(first->due == day(4, 10));
    CHECK(first->since == day(3, 1));
    const auto last = asked_on(quarterly, plan, *Date::create(2027, 1, 5));
    REQUIRE(last);
    CHECK(last->label() == "Quý IV/2026");
    CHECK(!asked_on(quarterly, plan, *Date::create(2027, 6, 1)));
    CHECK(!asked_on({.rhythm = Rhythm::none}, plan, day(4, 1)));
    // What was over before the plan was issued is nobody's to state.
    auto late = plan;
    late.issued_on = day(4, 15);
    CHECK(!asked_on(quarterly, late, day(5, 1)));
}

TEST_CASE("a target's own rhythm goes before that of all, and this before the plan's words")
{
    const plan::ItemId target{7};
    const NumberRhythm planned{.lineage = target, .rhythm = Rhythm::month, .by_plan = true};
    const NumberRhythm of_all{.rhythm = Rhythm::quarter};
    const NumberRhythm own{.lineage = target, .rhythm = Rhythm::year};
    CHECK(rhythm_of({}, target).rhythm == Rhythm::none);
    CHECK(rhythm_of({planned}, target).rhythm == Rhythm::month);
    CHECK(rhythm_of({of_all, planned}, target).rhythm == Rhythm::quarter);
    CHECK(rhythm_of({of_all, own}, target).rhythm == Rhythm::year);
    CHECK(rhythm_of({{.rhythm = Rhythm::as_planned}, planned}, target).rhythm == Rhythm::month);
}

TEST_CASE("who has not stated the number of a period is missing, until it does or is not concerned")
{
    in_province([](Province& province) {
        const auto plan = put_in_force(province, {share_of_departments(province)});
        MUST(state(province, plan, "STC", {pair(9, 10), day(2, 28), "Báo cáo"}));
        CHECK(missing_of(province, "SYT").empty());
        CHECK(ask(province, plan, {.rhythm = "week", .days = 10}).error().key ==
              "obligation.rhythm.unknown");
        CHECK(ask(province, plan, {.rhythm = "month", .days = 0}).error().key ==
              "obligation.rhythm.days");
        MUST(ask(province, plan, {.rhythm = "month", .days = 10}));
        CHECK(ask(province, plan, {.rhythm = "month", .days = 10}).error().key ==
              "base.changed_meanwhile");
        const auto all = standing(province, plan).agencies.size();
        CHECK(missing_in(province, plan) == all - 1);
        REQUIRE(missing_of(province, "SYT").size() == 1);
        CHECK(missing_of(province, "SYT").front().asked.label() == "Tháng 2/2026");
        CHECK(missing_of(province, "STC").empty());
        MUST(state(province, plan, "SYT", {pair(8, 10), day(1, 31), "Báo cáo"}));
        CHECK(missing_of(province, "SYT").size() == 1);
        MUST(state(province, plan, "SYT", {pair(8, 10), day(2, 14), "Báo cáo"}));
        CHECK(missing_of(province, "SYT").empty());
        {
            auto transaction = MUST(province.context.begin());
            auto targets = loaded(province.context, transaction, plan);
            MUST(state_exclusion(province.context, transaction, targets, targets.targets().front(),
                                 {.agency = province.agency("STP"), .reason = "Không có"}));
            MUST(transaction.commit());
        }
        CHECK(missing_of(province, "STP").empty());
        CHECK(missing_in(province, plan) == all - 3);
        province.desk.clock.set_today(day(4, 1));
        CHECK(missing_of(province, "SYT").size() == 1);
    });
}

TEST_CASE("a plan whose target is told of every quarter asks for its numbers by itself")
{
    in_province([](Province& province) {
        auto item = share_of_departments(province);
        item.schedule =
            plan::Schedule{.kind = plan::Schedule::Kind::recurring, .every = plan::Period::quarter};
        const auto plan = put_in_force(province, {item});
        CHECK(missing_of(province, "SYT").empty());
        province.desk.clock.set_today(day(4, 2));
        CHECK(missing_of(province, "SYT").size() == 1);
        MUST(ask(province, plan, {.rhythm = "none", .days = 10, .seen = 1}));
        CHECK(missing_of(province, "SYT").empty());
    });
}

}  // namespace caicach::obligation
