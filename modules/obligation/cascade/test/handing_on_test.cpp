#include "obligation/cascade/test/handing_office.hpp"
#include "obligation/inbox.hpp"
#include "obligation/result.hpp"

namespace caicach::obligation
{
TEST_CASE("units owe what their agency hands on, each its part, and the agency owes the whole")
{
    in_province([](Province& province) {
        const HandingOffice office{province};
        CHECK(MUST(office.try_to_hand_on(office.whole(), {office.portal, office.gazette})) == 2);
        const auto part = office.part(office.portal);
        CHECK(part.obligation.needed == 2);
        CHECK(part.obligation.giver == office.office);
        CHECK(part.obligation.parent == office.whole().id);
        CHECK(part.obligation.due_on == office.whole().due_on);
        CHECK(office.whole().needed == 4);
        auto transaction = MUST(province.context.read());
        const TaskQuery query{.agency = office.portal, .box = Box::later};
        const auto owed = MUST(tasks(transaction, query, province.context.today()));
        REQUIRE(owed.size() == 1);
        CHECK(owed.front().obligation.id == part.obligation.id);
        province.check_everything();
    });
}

TEST_CASE("what a unit does counts for its part and for the whole, once")
{
    in_province([](Province& province) {
        const HandingOffice office{province};
        MUST(office.try_to_hand_on(office.whole(), {office.portal, office.gazette}));
        publish_article(province, office.portal, day(3, 2), 2);
        const auto part = office.part(office.portal).obligation;
        CHECK(part.done_on == day(3, 2));
        CHECK(office.part(office.gazette).obligation.done == 0);
        CHECK(office.whole().done == 2);
        report_for(province, office.part(office.gazette).obligation, day(3, 9));
        CHECK(office.whole().done == 3);
        publish_article(province, office.office, day(3, 10));
        CHECK(office.whole().done_on == day(3, 10));
        CHECK(office.part(office.gazette).obligation.done == 1);
        auto transaction = MUST(province.context.read());
        const auto counts = MUST(ObligationStore{transaction}.counts(office.whole().id));
        REQUIRE(counts.size() == 3);
        CHECK(counts.at(0).part == part.id);
        CHECK(!counts.at(2).part);
        province.check_everything();
    });
}

TEST_CASE("facts that were there before the work was handed on count at once")
{
    in_province([](Province& province) {
        const HandingOffice office{province};
        publish_article(province, office.portal, day(3, 2));
        CHECK(office.whole().done == 0);
        MUST(office.try_to_hand_on(office.whole(), {office.portal}));
        CHECK(office.part(office.portal).obligation.done == 1);
        CHECK(office.whole().done == 1);
        province.check_everything();
    });
}

TEST_CASE("a fact that is corrected, taken back or refused counts no more, above neither")
{
    in_province([](Province& province) {
        const HandingOffice office{province};
        MUST(office.try_to_hand_on(office.whole(), {office.portal}));
        const auto first = publish_article(province, office.portal, day(3, 2), 2);
        CHECK(office.whole().done == 2);
        const auto second = record(province, {.kind = article,
                                              .agency = office.portal,
                                              .happened_on = day(3, 3),
                                              .quantity = 1,
                                              .title = "Một bài thôi",
                                              .supersedes = first});
        CHECK(office.part(office.portal).obligation.done == 1);
        CHECK(office.whole().done == 1);
        for (const bool counts : {false, true, false}) {
            office.review(second, counts);
            CHECK(office.part(office.portal).obligation.done == (counts ? 1 : 0));
            CHECK(office.whole().done == (counts ? 1 : 0));
            province.check_everything();
        }
    });
}

TEST_CASE("a fact reported for one month's part counts for that month above, too")
{
    in_province([](Province& province) {
        const HandingOffice office{province};
        MUST(office.try_to_hand_on(office.whole("2026-02"), {office.portal}, {.needed = 1}));
        MUST(office.try_to_hand_on(office.whole("2026-03"), {office.portal}, {.needed = 1}));
        report_for(province, office.part(office.portal, "2026-02").obligation, day(3, 1));
        CHECK(office.whole("2026-02").done == 1);
        CHECK(office.whole("2026-03").done == 0);
        CHECK(office.part(office.portal, "2026-03").obligation.done == 0);
        province.check_everything();
    });
}

TEST_CASE("the province's sums stay those of the plan's own work; the giver's have the parts")
{
    in_province([](Province& province) {
        const HandingOffice office{province};
        const auto owed_in = [&](organisation::AgencyId agency) {
            std::int64_t count = 0;
            for (const auto& obligation : province.obligations(office.plan))
                if (obligation.agency == agency) ++count;
            return count;
        };
        const auto before = owed_in(office.office);
        MUST(office.try_to_hand_on(office.whole(), {office.portal, office.gazette}, {.needed = 1},
                                   Reach::later_periods));
        CHECK(owed_in(office.office) == before);
        CHECK(owed_in(office.portal) == 0);
        province.check_everything();
        publish_article(province, office.portal, day(3, 2));
        province.check_everything();
    });
}

TEST_CASE("work is handed on with later periods, each day as far before the last one")
{
    in_province([](Province& province) {
        const HandingOffice office{province};
        const PartTerms terms{.needed = 1, .due_on = day(3, 25), .note = "Gửi ảnh kèm bài"};
        // March to December.
        CHECK(MUST(office.try_to_hand_on(office.whole(), {office.portal}, terms,
                                         Reach::later_periods)) == 10);
        CHECK(office.part(office.portal).obligation.due_on == day(3, 25));
        CHECK(office.part(office.portal).note == "Gửi ảnh kèm bài");
        // Six days before 30 April is the 24th.
        CHECK(office.part(office.portal, "2026-04").obligation.due_on == day(4, 24));
        CHECK(office.parts("2026-02") == 0);
        province.check_everything();
    });
}

TEST_CASE("nobody is given work who does not stand directly below, or a day that is too late")
{
    in_province([](Province& province) {
        const HandingOffice office{province};
        const auto key = [](const Result<int>& made) {
            REQUIRE_FALSE(made);
            return made.error().key;
        };
        const auto whole = office.whole();
        CHECK(key(office.try_to_hand_on(whole, {})) == "obligation.part.units_missing");
        CHECK(key(office.try_to_hand_on(whole, {province.agency("SYT")})) ==
              "obligation.part.stranger");
        CHECK(key(office.try_to_hand_on(whole, {office.office})) == "obligation.part.stranger");
        CHECK(key(office.try_to_hand_on(whole, {office.portal}, {.due_on = day(4, 1)})) ==
              "obligation.part.due_late");
        CHECK(key(office.try_to_hand_on(whole, {office.portal}, {.due_on = day(3, 14)})) ==
              "obligation.part.due_past");
        CHECK(office.parts("2026-03") == 0);
        MUST(office.try_to_hand_on(whole, {office.portal}, {.due_on = day(3, 31)}));
        CHECK(key(office.try_to_hand_on(whole, {office.portal})) ==
              "obligation.part.given_already");
        publish_article(province, office.office, day(3, 3), 4);
        CHECK(key(office.try_to_hand_on(office.whole(), {office.gazette})) == "obligation.closed");
    });
}

TEST_CASE("a day off moves the day named, never behind the last day of the whole")
{
    in_province([](Province& province) {
        const HandingOffice office{province};
        // 28 March is a Saturday, 30 April a holiday and the month's last day.
        MUST(office.try_to_hand_on(office.whole(), {office.portal}, {.due_on = day(3, 28)}));
        CHECK(office.part(office.portal).obligation.due_on == day(3, 30));
        MUST(office.try_to_hand_on(office.whole("2026-04"), {office.portal},
                                   {.due_on = office.whole("2026-04").due_on.plus_days(-1)}));
        CHECK(office.part(office.portal, "2026-04").obligation.due_on <=
              office.whole("2026-04").due_on);
    });
}

TEST_CASE("an own plan is not handed on, and what is only requested stays requested")
{
    in_province([](Province& province) {
        auto asking = plan::testing::activity_of(province.context, "Xây dựng kế hoạch", "VPUB");
        asking.path = "IV.1";
        asking.quotas = {{.count = 1, .per = plan::Period::year, .unit = "kế hoạch"}};
        auto requested = monthly_articles(province.context, "VPUB", 2);
        requested.requested = true;
        const auto plan = put_in_force(province, {std::move(requested)});
        const auto office = province.agency("VPUB");
        auto march = province.obligation(plan, office, "2026-03");
        auto transaction = MUST(province.context.begin());
        MUST(hand_on(province.context, transaction, march, {province.agency("CTTDT")}, {},
                     Reach::this_period));
        const auto parts = MUST(PartStore{transaction}.of(march.id));
        CHECK(parts.at(0).obligation.is_requested);
        march.product = "own_plan";
        CHECK(check_handing_on(province.context, march).error().key == "obligation.part.own_plan");
        MUST(transaction.commit());
        province.check_everything();
    });
}

TEST_CASE("a part is changed, and another who changed it meanwhile is not overwritten")
{
    in_province([](Province& province) {
        const HandingOffice office{province};
        MUST(office.try_to_hand_on(office.whole(), {office.portal}, {.needed = 2},
                                   Reach::later_periods));
        publish_article(province, office.portal, day(3, 2));
        const auto part = office.part(office.portal).obligation;
        CHECK(!part.done_on);
        auto transaction = MUST(province.context.begin());
        const PartTerms less{.needed = 1, .due_on = day(3, 27)};
        CHECK(change_part(province.context, transaction, part, part.version - 1, less,
                          Reach::this_period)
                  .error()
                  .key == "base.changed_meanwhile");
        MUST(change_part(province.context, transaction, part, part.version, less,
                         Reach::later_periods));
        MUST(transaction.commit());
        CHECK(office.part(office.portal).obligation.done_on == day(3, 2));
        CHECK(office.part(office.portal).obligation.due_on == day(3, 27));
        CHECK(office.part(office.portal, "2026-05").obligation.needed == 1);
        province.check_everything();
    });
}

TEST_CASE("a withdrawn part is closed with its reason, keeps its facts, and may be given again")
{
    in_province([](Province& province) {
        const HandingOffice office{province};
        MUST(office.try_to_hand_on(office.whole(), {office.portal}));
        publish_article(province, office.portal, day(3, 2));
        office.withdraw(office.part(office.portal).obligation);
        auto part = office.part(office.portal).obligation;
        CHECK(part.closing == Closing::closed);
        CHECK(part.closing_reason == "Tự làm");
        CHECK(part.done == 1);
        CHECK(office.whole().done == 1);
        publish_article(province, office.portal, day(3, 3));
        CHECK(office.whole().done == 1);
        province.check_everything();
        MUST(office.try_to_hand_on(office.whole(), {office.portal}));
        part = office.part(office.portal).obligation;
        CHECK(part.closing == Closing::none);
        CHECK(part.done == 2);
        CHECK(office.whole().done == 2);
        province.check_everything();
    });
}

TEST_CASE("work is handed on from level to level, so far and no further")
{
    in_province([](Province& province) {
        const auto committee = province.agency("UBND");
        const auto plan = put_in_force(province, {monthly_articles(province.context, "UBND", 3)});
        const auto whole = province.obligation(plan, committee, "2026-03");
        const Units office{province.agency("VPUB")};
        const Units portal{province.agency("CTTDT")};
        auto transaction = MUST(province.context.begin());
        auto& context = province.context;
        MUST(hand_on(context, transaction, whole, office, {.needed = 2}, Reach::this_period));
        PartStore parts{transaction};
        const auto first = MUST(parts.of(whole.id)).at(0).obligation;
        MUST(hand_on(context, transaction, first, portal, {.needed = 1}, Reach::this_period));
        const auto second = MUST(parts.of(first.id)).at(0).obligation;
        CHECK(level_of(second) == 2);
        auto deepest = second;
        deepest.quota = "0/1/2/3";
        CHECK(check_handing_on(context, deepest).error().key == "obligation.part.too_deep");
        MUST(transaction.commit());
        publish_article(province, portal.front(), day(3, 2));
        auto reading = MUST(context.read());
        ObligationStore store{reading};
        CHECK(MUST(store.find(second.id)).done == 1);
        CHECK(MUST(store.find(first.id)).done == 1);
        CHECK(MUST(store.find(whole.id)).done == 1);
        province.check_everything();
        auto writing = MUST(context.begin());
        const auto now = MUST(ObligationStore{writing}.find(first.id));
        MUST(withdraw_part(context, writing, now, now.version, "Thôi", Reach::this_period));
        CHECK(MUST(ObligationStore{writing}.find(second.id)).closing == Closing::closed);
        CHECK(MUST(ObligationStore{writing}.find(whole.id)).done == 1);
        MUST(writing.commit());
        province.check_everything();
    });
}

TEST_CASE("who excuses the agency excuses its units along, and nobody excuses a part alone")
{
    in_province([](Province& province) {
        const HandingOffice office{province};
        MUST(office.try_to_hand_on(office.whole(), {office.portal}));
        auto transaction = MUST(province.context.begin());
        CHECK(excuse(province.context, transaction, office.part(office.portal).obligation, "Bão")
                  .error()
                  .key == "obligation.part.giver_decides");
        MUST(excuse(province.context, transaction, office.whole(), "Bão"));
        MUST(transaction.commit());
        CHECK(office.part(office.portal).obligation.closing == Closing::excused);
        province.check_everything();
        transaction = MUST(province.context.begin());
        MUST(end_excuse(province.context, transaction, office.whole()));
        MUST(transaction.commit());
        CHECK(office.part(office.portal).obligation.is_owed());
        province.check_everything();
    });
}

TEST_CASE("the check names a part whose facts do not count above, and sums of parts that are wrong")
{
    in_province([](Province& province) {
        const HandingOffice office{province};
        MUST(office.try_to_hand_on(office.whole(), {office.portal}));
        const auto fact = publish_article(province, office.portal, day(3, 2));
        province.check_everything();
        auto transaction = MUST(province.context.begin());
        ObligationStore store{transaction};
        const auto before = office.whole();
        MUST(store.remove_count(before.id, fact));
        auto after = before;
        recount(after, {});
        MUST(store.save(before, after));
        auto part = office.part(office.portal).obligation;
        part.done_on = part.due_on;
        part.done = 2;
        MUST(store.save_untold(part));
        MUST(transaction.commit());
        const auto sums = MUST(check_sums(province.context));
        CHECK(std::ranges::any_of(sums, [&](const std::string& sentence) {
            return sentence.find("không khớp với việc ở cơ quan giao") != std::string::npos;
        }));
        CHECK(MUST(check_tally(province.context)).size() == 1);
    });
}

}  // namespace caicach::obligation
