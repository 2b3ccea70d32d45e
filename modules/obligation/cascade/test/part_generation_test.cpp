#include "obligation/cascade/part_generation.hpp"

#include "obligation/ask.hpp"
#include "obligation/cascade/test/handing_office.hpp"
#include "obligation/obstacle/obstacle_steps.hpp"
#include "obligation/uncounting.hpp"
#include "organisation/testing.hpp"

namespace caicach::obligation
{

TEST_CASE("parts stay where the plan asks as before, however often it is made anew")
{
    in_province([](Province& province) {
        const HandingOffice office{province};
        MUST(office.try_to_hand_on(office.whole(), {office.portal}, {.needed = 1},
                                   Reach::later_periods));
        publish_article(province, office.portal, day(3, 2));
        const auto before = office.part(office.portal).obligation;
        generate_anew(province, office.plan);
        generate_anew(province, office.plan);
        const auto after = office.part(office.portal).obligation;
        CHECK(after.version == before.version);
        CHECK(after.done == 1);
        CHECK(office.parts("2026-05") == 1);
        province.check_everything();
    });
}

TEST_CASE("a plan that asks for more keeps the parts, one that asks no more closes them")
{
    in_province([](Province& province) {
        const HandingOffice office{province};
        MUST(office.try_to_hand_on(office.whole(), {office.portal, office.gazette}, {.needed = 1},
                                   Reach::later_periods));
        publish_article(province, office.portal, day(3, 2));
        amend(province, office.plan, [](plan::Item& item) { item.quotas.front().count = 6; });
        CHECK(office.whole().needed == 6);
        CHECK(office.part(office.portal).obligation.needed == 1);
        CHECK(office.part(office.portal).obligation.is_part());
        amend(province, office.plan,
              [](plan::Item& item) { item.quotas.front().per = plan::Period::quarter; });
        CHECK(office.whole().closing == Closing::closed);
        CHECK(office.whole("2026-05").closing == Closing::closed);
        const auto part = office.part(office.portal).obligation;
        CHECK(part.closing == Closing::closed);
        CHECK(part.done == 1);
        CHECK(office.part(office.gazette, "2026-05").obligation.closing == Closing::closed);
        province.check_everything();
        // Handed on again, what the unit did in the quarter counts at once.
        const auto quarter = office.whole("2026Q1");
        CHECK(quarter.done == 0);
        MUST(office.try_to_hand_on(quarter, {office.portal}, {.needed = 2}));
        CHECK(office.whole("2026Q1").done == 1);
        province.check_everything();
    });
}

TEST_CASE("who takes a unit over takes its part over, and two quotas are one of both")
{
    in_province([](Province& province) {
        const HandingOffice office{province};
        MUST(office.try_to_hand_on(office.whole(), {office.portal, office.gazette},
                                   {.needed = 2, .note = "Kèm ảnh"}, Reach::later_periods));
        publish_article(province, office.portal, day(3, 2));
        publish_article(province, office.gazette, day(3, 3));
        province.desk.clock.set_today(day(3, 20));
        merge(province, "TTCB", "CTTDT", day(3, 20));
        for (int run = 0; run < 2; ++run) {
            generate_anew(province, office.plan);
            CHECK(office.part(office.portal).obligation.closing == Closing::closed);
            const auto joined = office.part(office.gazette).obligation;
            CHECK(joined.needed == 4);
            CHECK(joined.done == 2);
            CHECK(office.part(office.gazette).note == "Kèm ảnh");
            CHECK(office.whole().done == 2);
            CHECK(office.part(office.gazette, "2026-07").obligation.needed == 4);
            province.check_everything();
        }
        publish_article(province, office.gazette, day(3, 20), 2);
        CHECK(office.whole().done_on == day(3, 20));
        province.check_everything();
    });
}

TEST_CASE("who takes the giver over has its parts, in the same work of its own")
{
    in_province([](Province& province) {
        auto item = province.work_of_group("Đăng tin, bài", "departments");
        item.perform.push_back({"VPUB", province.agency("VPUB")});
        item.quotas = {{.count = 3, .per = plan::Period::month, .unit = "tin, bài"}};
        HandingOffice office{province};
        office.plan = put_in_force(province, {item});
        MUST(office.try_to_hand_on(office.whole(), {office.portal}));
        publish_article(province, office.portal, day(3, 2));
        province.desk.clock.set_today(day(3, 20));
        merge(province, "SNV", "VPUB", day(3, 20));
        generate_anew(province, office.plan);
        const auto heir = province.obligation(office.plan, province.agency("SNV"), "2026-03");
        CHECK(heir.done == 1);
        auto transaction = MUST(province.context.read());
        const auto parts = MUST(PartStore{transaction}.of(heir.id));
        REQUIRE(parts.size() == 1);
        CHECK(parts.front().obligation.agency == office.portal);
        CHECK(parts.front().obligation.giver == heir.agency);
        CHECK(parts.front().obligation.done == 1);
        CHECK(office.part(office.portal).obligation.closing == Closing::closed);
        province.check_everything();
    });
}

TEST_CASE("a part without a day of its own goes along with the whole, a named one stays")
{
    in_province([](Province& province) {
        auto item = monthly_articles(province.context, "VPUB", 2);
        item.schedule = plan::Schedule{.kind = plan::Schedule::Kind::recurring,
                                       .every = plan::Period::month,
                                       .day = 20,
                                       .limit = plan::Limit::by};
        HandingOffice office{province};
        office.plan = put_in_force(province, {item});
        const auto may = office.whole("2026-05");
        REQUIRE(may.due_on == day(5, 20));
        MUST(office.try_to_hand_on(may, {office.portal}, {.due_on = day(5, 20)}));
        MUST(office.try_to_hand_on(may, {office.gazette}, {.due_on = day(5, 14)}));
        auto transaction = MUST(province.context.begin());
        organisation::testing::day_off(province.context, transaction, day(5, 20));
        MUST(transaction.commit());
        CHECK(office.whole("2026-05").due_on == day(5, 21));
        CHECK(office.part(office.portal, "2026-05").obligation.due_on == day(5, 21));
        CHECK(office.part(office.gazette, "2026-05").obligation.due_on == day(5, 14));
        province.check_everything();
    });
}

TEST_CASE("an amended plan closes what has an obstacle, though nothing was done of it")
{
    in_province([](Province& province) {
        const HandingOffice office{province};
        auto transaction = MUST(province.context.begin());
        MUST(raise_obstacle(province.context, transaction, office.whole(),
                            {.kind = "money", .problem = "Thiếu kinh phí", .to = "SNV"}, {}));
        MUST(transaction.commit());
        amend(province, office.plan,
              [](plan::Item& item) { item.quotas.front().per = plan::Period::quarter; });
        CHECK(office.whole().closing == Closing::closed);
        province.check_everything();
    });
}

TEST_CASE("a longer time of the whole reaches the parts that are overdue")
{
    in_province([](Province& province) {
        auto item = monthly_articles(province.context, "VPUB", 4);
        item.quotas.front().per = plan::Period::none;
        item.schedule = plan::Schedule{.kind = plan::Schedule::Kind::deadline, .due = day(3, 20)};
        HandingOffice office{province};
        office.plan = put_in_force(province, {item});
        const auto whole = office.whole(once);
        MUST(office.try_to_hand_on(whole, {office.portal}));
        province.desk.clock.set_today(day(4, 15));
        REQUIRE(state_of(office.part(office.portal, once).obligation, day(4, 15)) ==
                State::overdue);
        amend(province, office.plan, [](plan::Item& one) { one.schedule->due = day(7, 1); });
        const auto part = office.part(office.portal, once).obligation;
        CHECK(part.due_on == day(6, 30));
        CHECK(state_of(part, day(4, 15)) == State::open);
        province.check_everything();
    });
}

TEST_CASE("what fits no more after an amendment counts neither for the part nor for its whole")
{
    in_province([](Province& province) {
        auto item = monthly_articles(province.context, "VPUB", 4);
        item.quotas.front().per = plan::Period::none;
        HandingOffice office{province};
        office.plan = put_in_force(province, {item});
        MUST(office.try_to_hand_on(office.whole(once), {office.portal}));
        publish_article(province, office.portal, day(2, 2));
        REQUIRE(office.whole(once).done == 1);
        amend(province, office.plan, [](plan::Item& one) {
            one.schedule = plan::Schedule{.from = day(3, 1), .to = day(9, 30)};
        });
        CHECK(office.part(office.portal, once).obligation.done == 0);
        CHECK(office.whole(once).done == 0);
        province.check_everything();
    });
}

TEST_CASE("a match undone at the whole stays with the part, and undone at the part leaves both")
{
    in_province([](Province& province) {
        const HandingOffice office{province};
        MUST(office.try_to_hand_on(office.whole(), {office.portal}));
        const auto fact = publish_article(province, office.portal, day(3, 2));
        REQUIRE(office.whole().done == 1);
        const auto undo = [&](const Obligation& obligation, bool again) {
            auto transaction = MUST(province.context.begin());
            if (again) {
                MUST(count_again(province.context, transaction, obligation, fact));
            } else {
                MUST(uncount(province.context, transaction, obligation, fact, "Không phải tin"));
            }
            MUST(transaction.commit());
            province.check_everything();
        };
        undo(office.whole(), false);
        CHECK(office.whole().done == 0);
        CHECK(office.part(office.portal).obligation.done == 1);
        undo(office.whole(), true);
        CHECK(office.whole().done == 1);
        undo(office.part(office.portal).obligation, false);
        CHECK(office.whole().done == 0);
        CHECK(office.part(office.portal).obligation.done == 0);
        undo(office.part(office.portal).obligation, true);
        CHECK(office.whole().done == 1);
    });
}

}  // namespace caicach::obligation
