#include "report/aggregate/pivot.hpp"

#include <algorithm>

#include "report/aggregate/chart_views.hpp"
#include "report/aggregate/test/collected_period.hpp"

namespace caicach::report
{
namespace
{

constexpr auto one_of = ten_thousandths_of_one;

/// A period in which agencies 1 and 2 sent so much.
PivotPeriod period_of(Date last, std::int64_t first, std::int64_t second)
{
    PivotPeriod made;
    made.period.days = {last.plus_days(-90), last};
    made.aggregate.values["so"] = {{organisation::AgencyId{1}, {.numerator = first * one_of}},
                                   {organisation::AgencyId{2}, {.numerator = second * one_of}}};
    return made;
}

std::string bars_of(std::span<const Bar> bars)
{
    std::string text;
    html::Writer out{text};
    write_bars(out, "Hồ sơ", bars);
    return text;
}

}  // namespace

TEST_CASE("periods stand beside each other, by agency as then or as now, and by number")
{
    const auto first = day("2026-03-14");
    const auto second = day("2026-06-14");
    const std::vector<PivotPeriod> periods{period_of(first, 10, 5), period_of(second, 20, 7)};
    const Indicator number{.key = "so", .text = "Số"};
    const Indicator other{.key = "khac", .text = "Khác"};
    // 2 goes into 1 after both periods.
    const organisation::Succession succession{{{.from = organisation::AgencyId{2},
                                                .to = organisation::AgencyId{1},
                                                .day = second.plus_days(1)}}};
    const auto then = rows_of(
        periods,
        AgencyPivot{.indicator = number, .succession = succession, .today = second.plus_days(30)});
    REQUIRE(then.size() == 2);
    CHECK(then[1].amounts[1]->numerator == 7 * one_of);
    const auto now = rows_of(periods, AgencyPivot{.indicator = number,
                                                  .rollup = evidence::Rollup::as_now,
                                                  .succession = succession,
                                                  .today = second.plus_days(30)});
    REQUIRE(now.size() == 1);
    CHECK(now[0].amounts[0]->numerator == 15 * one_of);
    CHECK(now[0].amounts[1]->numerator == 27 * one_of);
    const std::vector<const Indicator*> both{&number, &other};
    const auto rows = rows_of(periods, both);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].amounts[1]->numerator == 27 * one_of);
    CHECK_FALSE(rows[1].amounts[0]);
}

TEST_CASE("a bar is as long as the number, a share as its percent, a mean as its value")
{
    CHECK(*length_of({.adding = Adding::sum}, {.numerator = 25'000}) == doctest::Approx(2.5));
    CHECK(*length_of({.adding = Adding::ratio}, {1, 4}) == doctest::Approx(25));
    CHECK(*length_of({.adding = Adding::weighted_mean}, {9, 2}) == doctest::Approx(4.5));
    CHECK_FALSE(length_of({.adding = Adding::ratio}, {0, 0}));
}

TEST_CASE("bars are drawn beside the longest; none for one number, or where one is below nought")
{
    std::vector<Bar> bars{{.mark = "3/2026", .text = "10", .length = 10},
                          {.mark = "6/2026", .text = "20", .length = 20}};
    CHECK(bars_of(bars).find("height=\"70\"") != std::string::npos);
    CHECK(bars_of(bars).find("height=\"140\"") != std::string::npos);
    CHECK(bars_of(std::span{bars}.first(1)).empty());
    for (auto& bar : bars) bar.length = 0;
    CHECK(bars_of(bars).find("height=\"0\"") != std::string::npos);
    bars.front().length = -1;
    CHECK(bars_of(bars).empty());
    const auto marks_of = [](std::size_t count) {
        const auto drawn =
            bars_of(std::vector<Bar>(count, Bar{.mark = "9/2026", .text = "1", .length = 1}));
        std::size_t marks = 0;
        for (auto at = drawn.find("<text"); at != std::string::npos;
             at = drawn.find("<text", at + 1))
            ++marks;
        return marks;
    };
    CHECK(marks_of(12) == 12);
    CHECK(marks_of(20) == 10);
    CHECK(marks_of(60) == 12);
}

TEST_CASE("fields of work are named by the section where they come first")
{
    auto form = form_of_all_kinds();
    const auto areas = areas_of(form);
    REQUIRE(areas.size() == 1);
    CHECK(areas[0].key == "direction");
    CHECK(areas[0].title == "Số liệu");
    CHECK(pivot_from("ky") == PivotBy::period);
    CHECK(pivot_from("") == PivotBy::none);
    CHECK(pivot_from("gi-do") == PivotBy::none);
}

TEST_CASE("one number read alone adds up as it does among all")
{
    in_room([](Room& room) {
        const CollectingRoom at{room};
        at.fill("SYT", {{"ho_so", 0, "100"}, {"hai_long", 0, "80"}});
        at.fill("STC", {{"ho_so", 0, "300"}, {"hai_long", 0, "90"}});
        MUST(at.steps.send(at.code("SYT")));
        MUST(at.steps.send(at.code("STC")));
        auto transaction = MUST(room.context.read());
        for (const auto* indicator : indicators_of(at.form.definition)) {
            const auto alone =
                MUST(aggregate_of(transaction, at.period, room.agency("SNV"), *indicator));
            CHECK(total_of(alone, *indicator) == at.total(indicator->key));
        }
    });
}

}  // namespace caicach::report
