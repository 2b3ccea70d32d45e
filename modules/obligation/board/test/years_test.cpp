#include "obligation/board/years.hpp"

#include <utility>

#include "obligation/board/board.hpp"
#include "obligation/board/tables.hpp"
#include "obligation/board/test/watched.hpp"

namespace caicach::obligation
{
TEST_CASE("the plan of the year before stands beside this year's, up to the same day")
{
    in_province([](Province& province) {
        province.desk.clock.set_today(*Date::create(2025, 3, 15));
        year_before_of(province);
        publish_article(province, province.agency("SYT"), *Date::create(2025, 1, 20));
        province.desk.clock.set_today(day(3, 15));
        const auto plan = two_agencies(province);
        const auto seen = board_of_years(province, plan);
        REQUIRE(seen.before);
        CHECK(seen.to_date_before == Sums{.owed = 2, .in_time = 1, .overdue = 1});
        const auto table = years_table(seen);
        REQUIRE(table.rows.size() == 13);
        CHECK(table.rows[0][3].text == "50,0%");
        CHECK(table.rows[1][0].text == "Tháng 1");
        CHECK(years_before(day(3, 1), 1) == Date::create(2025, 3, 1));
        CHECK(years_before(*Date::create(2028, 2, 29), 1) == Date::create(2027, 2, 28));
        CHECK(years_before(*Date::create(2028, 2, 29), 4) == Date::create(2024, 2, 29));
    });
}

TEST_CASE("a plan of several years is compared by its running year, an earlier one where chosen")
{
    in_province([](Province& province) {
        province.desk.clock.set_today(*Date::create(2025, 1, 20));
        plan::testing::PlanSketch sketch;
        sketch.document.title = "Cải cách hành chính giai đoạn 2025 - 2027";
        sketch.document.year = 2025;
        sketch.document.issued_on = Date::create(2025, 1, 15);
        sketch.items = {monthly_articles(province.context, "SYT", 1)};
        const auto plan = plan::testing::plan_in_force(province.context, std::move(sketch)).plan;
        publish_article(province, province.agency("SYT"), *Date::create(2025, 1, 20));
        CHECK(board(province, plan).year == 2025);
        province.desk.clock.set_today(day(3, 15));
        publish_article(province, province.agency("SYT"), day(2, 10));
        const auto now = board_of_years(province, plan);
        CHECK(now.year == 2026);
        REQUIRE(now.before);
        CHECK(now.year_before == 2025);
        const auto texts = [](const std::vector<BoardCell>& row) {
            std::string text;
            for (const auto& cell : row) text += cell.text + " ";
            return text;
        };
        const auto running = years_table(now);
        CHECK(running.title == "So với năm 2025");
        // Of 2025 what was due before 15 March; January's was done then, and February's of this
        // year.
        CHECK(texts(running.rows.at(0)) == "Đến cùng ngày 2 1 50,0% 2 1 50,0% ");
        CHECK(running.rows.at(0).at(1).path.empty());
        CHECK(texts(running.rows.at(2)) == "Tháng 2 1 1 0,0% 1 0 100,0% ");
        const auto first = board_of_years(province, plan, {.year = "2025"});
        CHECK(first.year == 2025);
        CHECK_FALSE(first.before);
        CHECK(board(province, plan, {.year = "2019"}).year == 2025);
        CHECK(board(province, plan, {.year = "2031"}).year == 2027);
        province.desk.clock.set_today(*Date::create(2027, 2, 20));
        const auto over = years_table(board_of_years(province, plan, {.year = "2026"}));
        CHECK(texts(over.rows.at(0)).starts_with("Cả năm 12 11 8,3% 12 "));
    });
}

TEST_CASE("a year is compared across a merger of coordinators, or with the plan that is chosen")
{
    in_province([](Province& province) {
        province.desk.clock.set_today(*Date::create(2025, 3, 15));
        year_before_of(province, "STC");
        province.desk.clock.set_today(day(3, 15));
        const auto plan = two_agencies(province);
        const auto alone = board_of_years(province, plan);
        CHECK_FALSE(alone.before);
        REQUIRE(alone.comparable.size() == 1);
        const auto chosen =
            board_of_years(province, plan, {.beside = alone.comparable.front().code});
        REQUIRE(chosen.before);
        CHECK(chosen.before->coordinator == province.agency("STC"));
        CHECK(years_table(chosen).rows.size() == 13);
        CHECK_FALSE(
            board_of_years(province, plan, {.kind = "department", .beside = "KHONG"}).before);
        auto wrong = board(province, plan, {.beside = "KHONG"});
        {
            auto transaction = MUST(province.context.read());
            CHECK_FALSE(add_year_before(wrong, province.context, transaction));
        }
        merge(province, "SNV", "STC", day(3, 1));
        CHECK(board_of_years(province, plan).before);
    });
}

}  // namespace caicach::obligation
