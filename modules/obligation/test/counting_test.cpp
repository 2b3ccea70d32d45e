#include "obligation/counting.hpp"

#include "obligation/test/province.hpp"

namespace caicach::obligation
{

TEST_CASE("facts fulfil the quota of their month by themselves")
{
    in_province([](Province& province) {
        const auto syt = province.agency("SYT");
        const auto plan = put_in_force(province, {monthly_articles(province.context, "SYT", 2)});
        publish_article(province, syt, day(3, 2));
        auto march = province.obligation(plan, syt, "2026-03");
        CHECK(march.done == 1);
        CHECK(progress_of(march, day(3, 25)) == "1/2 tin, bài, còn 6 ngày");
        publish_article(province, syt, day(3, 9));
        march = province.obligation(plan, syt, "2026-03");
        CHECK(march.done_on == day(3, 9));
        CHECK(state_of(march, day(3, 15)) == State::fulfilled);
        CHECK(province.obligation(plan, syt, "2026-02").done == 0);
        province.check_everything();
    });
}

TEST_CASE("another agency's facts, and facts of another product, count for nobody here")
{
    in_province([](Province& province) {
        const auto syt = province.agency("SYT");
        const auto plan = put_in_force(province, {monthly_articles(province.context, "SYT", 1)});
        publish_article(province, province.agency("STP"), day(3, 2));
        record(province,
               {.kind = {.key = "test.talk", .text = "Tọa đàm", .unit = "cuộc", .product = "talk"},
                .agency = syt,
                .happened_on = day(3, 3),
                .title = "Tọa đàm"});
        CHECK(province.obligation(plan, syt, "2026-03").done == 0);
    });
}

TEST_CASE("a fact reported for an obligation counts for it, and once for one quota")
{
    in_province([](Province& province) {
        const auto syt = province.agency("SYT");
        const auto plan = put_in_force(province, {monthly_articles(province.context, "SYT", 1)});
        const auto february = province.obligation(plan, syt, "2026-02");
        record(province, {.kind = article,
                          .agency = syt,
                          .happened_on = day(3, 1),
                          .title = "Bài tháng 2, đăng muộn",
                          .source_module = std::string{fact_source},
                          .source_object = february.id.value});
        CHECK(state_of(province.obligation(plan, syt, "2026-02"), day(3, 15)) ==
              State::fulfilled_late);
        CHECK(province.obligation(plan, syt, "2026-03").done == 0);
        province.check_everything();
    });
}

TEST_CASE("one fact counts for the quotas of two items")
{
    in_province([](Province& province) {
        const auto syt = province.agency("SYT");
        auto other = monthly_articles(province.context, "SYT", 3);
        other.path = "IV.2";
        const auto plan =
            put_in_force(province, {monthly_articles(province.context, "SYT", 1), other});
        publish_article(province, syt, day(3, 2));
        int counted = 0;
        for (const auto& obligation : province.obligations(plan))
            counted += static_cast<int>(obligation.done);
        CHECK(counted == 2);
        province.check_everything();
    });
}

TEST_CASE("a correction takes the place of what it corrects, a taken back fact counts no more")
{
    in_province([](Province& province) {
        const auto syt = province.agency("SYT");
        const auto plan = put_in_force(province, {monthly_articles(province.context, "SYT", 2)});
        const auto first = publish_article(province, syt, day(3, 2), 2);
        CHECK(province.obligation(plan, syt, "2026-03").done == 2);
        const auto second = record(province, {.kind = article,
                                              .agency = syt,
                                              .happened_on = day(2, 27),
                                              .quantity = 1,
                                              .title = "Ngày đúng là 27/02",
                                              .supersedes = first});
        CHECK(province.obligation(plan, syt, "2026-03").done == 0);
        CHECK(province.obligation(plan, syt, "2026-02").done == 1);
        record(province, {.kind = article,
                          .agency = syt,
                          .happened_on = day(2, 27),
                          .quantity = 0,
                          .title = "Ghi nhầm cơ quan",
                          .supersedes = second});
        CHECK(province.obligation(plan, syt, "2026-02").done == 0);
        province.check_everything();
    });
}

TEST_CASE("a fact that a reviewer refuses counts no more, until it is accepted again")
{
    in_province([](Province& province) {
        const auto syt = province.agency("SYT");
        const auto plan = put_in_force(province, {monthly_articles(province.context, "SYT", 1)});
        const auto id = publish_article(province, syt, day(3, 2));
        for (const bool counts : {false, true, false}) {
            auto transaction = MUST(province.context.begin());
            const auto fact = MUST(evidence::fact_by_id(transaction, id));
            MUST(province.context.publish(transaction,
                                          evidence::FactReviewed{.fact = fact, .counts = counts}));
            MUST(transaction.commit());
            CHECK(province.obligation(plan, syt, "2026-03").done == (counts ? 1 : 0));
        }
        province.check_everything();
    });
}

}  // namespace caicach::obligation
