#include "evidence/figure.hpp"

#include <doctest/doctest.h>

#include "evidence/sums.hpp"
#include "evidence/testing.hpp"
#include "figure_room.hpp"

namespace caicach::evidence
{
namespace
{

using Totals = std::vector<organisation::Total>;

}  // namespace

TEST_CASE("a figure adds up whole months by agency")
{
    in_room([](Room& room) {
        room.publish(room.health, day(1, 31), 2);
        room.publish(room.health, day(2, 1), 3);
        room.publish(room.health, day(4, 1), 5);
        room.publish(room.justice, day(2, 10), 7);
        const auto articles = room.figure("evidence.article");
        CHECK(articles.unit == "tin, bài");
        auto amounts = room.amounts(articles, {.from = day(1, 15), .to = day(2, 1)});
        REQUIRE(amounts.size() == 2);
        CHECK(amounts[0].amount + amounts[1].amount == 12);
        CHECK(room.amounts(articles, {.from = day(3, 1), .to = day(3, 31)}).empty());
        CHECK(room.amounts(room.figure("evidence.training"), {.from = day(1, 1), .to = day(6, 1)})
                  .empty());
        CHECK(MUST(check_sums(room.context)).empty());
    });
}

TEST_CASE("a module above adds its own figure, of its kind of facts")
{
    in_room([](Room& room) {
        room.desk.events.subscribe<FiguresAsked>([](Context& /*context*/,
                                                    database::Transaction& /*transaction*/,
                                                    const FiguresAsked& asked) -> Result<void> {
            asked.figures->push_back({.key = "test.articles",
                                      .text = "Tin, bài của cổng",
                                      .unit = "bài",
                                      .definition = "Bài đã đăng.",
                                      .kind = "test.article"});
            return {};
        });
        room.publish(room.health, day(5, 1), 4);
        (void)testing::typed_fact(room.context, "SYT");
        const auto amounts =
            room.amounts(room.figure("test.articles"), {.from = day(5, 1), .to = day(6, 30)});
        CHECK(amounts == Totals{{.agency = room.health, .amount = 4}});
        auto transaction = MUST(room.context.read());
        const auto unknown = figure_of(room.context, transaction, "test.none");
        REQUIRE(!unknown);
        CHECK(unknown.error().key == "evidence.figure.not_found");
    });
}

TEST_CASE("sums that were tampered with are found out")
{
    in_room([](Room& room) {
        room.publish(room.health, day(5, 1), 4);
        auto transaction = MUST(room.context.begin());
        MUST(transaction.script("UPDATE evidence_sum SET quantity = 5"));
        MUST(transaction.commit());
        const auto problems = MUST(check_sums(room.context));
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].find("Tháng 2026-05") != std::string::npos);
        transaction = MUST(room.context.begin());
        MUST(
            transaction.script("INSERT INTO evidence_sum VALUES (1, '', 'none', '2026-05', 1, 1)"));
        MUST(add_up_anew(room.context, transaction));
        MUST(transaction.commit());
        CHECK(MUST(check_sums(room.context)).empty());
        CHECK(room.desk.recorder.lines.back().starts_with("evidence.sums.renewed"));
    });
}

TEST_CASE("what a merged agency did is its own as then, and its heir's as now")
{
    in_room([](Room& room) {
        room.publish(room.health, day(3, 1), 3);
        room.publish(room.justice, day(3, 1), 2);
        MUST(organisation::seed_reorganisations(
            room.context,
            "day;kind;subject;others;names_to;name;short_name;document\n"
            "2026-06-01;merge;STP;SYT;;;;Nghị quyết số 1/NQ-HĐND\n"));
        const auto articles = room.figure("evidence.article");
        const Months half{.from = day(1, 1), .to = day(6, 30)};
        CHECK(room.amounts(articles, half).size() == 2);
        auto transaction = MUST(room.context.read());
        const auto now =
            MUST(amounts_of(transaction, articles, half, Rollup::as_now, room.context.today()));
        CHECK(now == Totals{{.agency = room.justice, .amount = 5}});
        const auto origins =
            MUST(origins_of(transaction, articles, half, room.justice, room.context.today()));
        REQUIRE(origins.size() == 2);
        CHECK(origins[0].share == organisation::whole_share);
        CHECK(origins[0].amount + origins[1].amount == 5);
    });
}

}  // namespace caicach::evidence
