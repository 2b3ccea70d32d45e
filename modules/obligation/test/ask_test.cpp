#include "obligation/ask.hpp"

#include <doctest/doctest.h>

namespace caicach::obligation
{
namespace
{

using plan::DueMonth;
using plan::Limit;
using plan::Period;
using plan::Schedule;

const PlanYears year_2026{*Date::create(2026, 1, 1), *Date::create(2026, 12, 31)};
const PlanYears years_2021_to_2025{*Date::create(2021, 1, 1), *Date::create(2025, 12, 31)};

Date day(int month, int number) { return *Date::create(2026, month, number); }

/// Weekends off, and what the test says.
std::vector<Ask> asks_of(const plan::Item& item, const PlanYears& years,
                         std::vector<calendar::SpecialDay> special_days = {})
{
    const auto due_days = MUST(DueDays::with(calendar::WorkingDays(std::move(special_days))));
    return obligation::asks_of(item, years, due_days);
}

plan::Item work(std::string title)
{
    plan::Item item;
    item.title = std::move(title);
    return item;
}

/// Each day is of one period, and each is due within its own days.
void check_that_days_join(const std::vector<Ask>& asks)
{
    const Ask* before = nullptr;
    for (const auto& ask : asks) {
        CHECK(ask.begins_on <= ask.due_on);
        CHECK(ask.due_on <= ask.ends_on);
        if (before != nullptr) CHECK(ask.begins_on == before->ends_on.plus_days(1));
        before = &ask;
    }
}

}  // namespace

TEST_CASE("a monthly quota is owed twelve times, its product read from its unit")
{
    auto item = work("Đăng tin, bài về cải cách hành chính");
    item.quotas = {{.count = 4, .per = Period::month, .unit = "tin, bài", .at_least = true}};
    const auto asks = asks_of(item, year_2026);
    REQUIRE(asks.size() == 12);
    CHECK(asks[1] == Ask{.quota = "article::month",
                         .period = "2026-02",
                         .begins_on = day(2, 1),
                         .ends_on = day(2, 28),
                         .due_on = day(2, 28),
                         .needed = 4,
                         .unit = "tin, bài",
                         .product = "article",
                         .due_why = asks[1].due_why});
    CHECK(asks[1].due_why.ends_with("Đến hạn: hết thứ Bảy 28/02/2026."));
}

TEST_CASE("the product that an item names goes before what its title says")
{
    auto item = work("Rà soát giấy tờ đã có trong cơ sở dữ liệu dùng chung");
    CHECK(asks_of(item, year_2026).at(0).product == "software");
    item.product = "Quyết định công bố danh mục";
    CHECK(asks_of(item, year_2026).at(0).product == "document");
    item.quotas = {{.count = 2, .per = Period::year, .unit = "báo cáo"}};
    CHECK(asks_of(item, year_2026).at(0).product == "report");
}

TEST_CASE("the quota's period decides, not how often the work comes back")
{
    auto item = work("Phát bản tin");
    item.schedule = Schedule{.kind = Schedule::Kind::recurring, .every = Period::week};
    item.quotas = {{.count = 3, .per = Period::month, .unit = "bản tin"}};
    CHECK(asks_of(item, year_2026).size() == 12);
    item.quotas.clear();
    CHECK(asks_of(item, year_2026).size() == 53);
}

TEST_CASE("before the 25th is until the 24th is over; later facts of the month count late")
{
    auto item = work("Gửi bài về Sở Nội vụ");
    item.schedule = Schedule{.kind = Schedule::Kind::recurring, .every = Period::month, .day = 25};
    auto asks = asks_of(item, year_2026);
    REQUIRE(asks.size() == 12);
    CHECK(asks[0].due_on == day(1, 24));
    CHECK(asks[0].ends_on == day(1, 31));
    item.schedule->limit = Limit::by;
    asks = asks_of(item, year_2026);
    CHECK(asks[1].due_on == day(2, 25));
}

TEST_CASE("by a day off is by the next day worked; before a day stays before it")
{
    auto item = work("Gửi bài về Sở Nội vụ");
    item.schedule = Schedule{
        .kind = Schedule::Kind::recurring, .every = Period::month, .day = 25, .limit = Limit::by};
    CHECK(asks_of(item, year_2026)[0].due_on == day(1, 26));
    const auto off =
        asks_of(item, year_2026, {{.from = day(1, 26), .to = day(1, 27), .name = "Ngày nghỉ bù"}});
    CHECK(off[0].due_on == day(1, 28));
    CHECK(off[0].due_why.find("25/01/2026 là ngày nghỉ (Chủ nhật)") != std::string::npos);
    item.schedule->limit = Limit::before;
    CHECK(asks_of(item, year_2026)[0].due_on == day(1, 24));
}

TEST_CASE("the next day worked is never one of the next period")
{
    auto item = work("Báo cáo tháng");
    item.schedule = Schedule{
        .kind = Schedule::Kind::recurring, .every = Period::month, .day = 28, .limit = Limit::by};
    CHECK(asks_of(item, year_2026)[1].due_on == day(2, 28));
    item.schedule = Schedule{.kind = Schedule::Kind::deadline, .due = day(2, 28)};
    item.schedule->limit = Limit::by;
    CHECK(asks_of(item, year_2026)[0].due_on == day(3, 2));
}

TEST_CASE("a day of the quarter is one of its last month, and no month is too short for it")
{
    auto item = work("Báo cáo kết quả");
    item.schedule = Schedule{
        .kind = Schedule::Kind::recurring, .every = Period::quarter, .day = 20, .limit = Limit::by};
    auto asks = asks_of(item, year_2026);
    REQUIRE(asks.size() == 4);
    CHECK(asks[0].period == "2026Q1");
    CHECK(asks[0].due_on == day(3, 20));
    item.schedule->every = Period::month;
    item.schedule->day = 31;
    asks = asks_of(item, year_2026);
    CHECK(asks[1].due_on == day(2, 28));
}

TEST_CASE("a deadline is owed once, and what comes later counts late")
{
    auto item = work("Ban hành kế hoạch của cơ quan");
    item.schedule = Schedule{.kind = Schedule::Kind::deadline, .due = day(3, 31)};
    const auto asks = asks_of(item, year_2026);
    REQUIRE(asks.size() == 1);
    CHECK(asks[0].period == once);
    CHECK(asks[0].due_on == day(3, 30));
    CHECK(asks[0].ends_on == day(12, 31));
    CHECK(asks[0].product == "own_plan");
}

TEST_CASE("a window cuts the periods, and each that it touches asks for its whole quota")
{
    auto item = work("Đối thoại với người dân");
    item.schedule = Schedule{.from = day(2, 15), .to = day(8, 31)};
    item.quotas = {{.count = 2, .per = Period::quarter, .unit = "cuộc"}};
    const auto asks = asks_of(item, year_2026);
    REQUIRE(asks.size() == 3);
    CHECK(asks[0].period == "2026Q1");
    CHECK(asks[0].begins_on == day(2, 15));
    CHECK(asks[0].due_on == day(3, 31));
    CHECK(asks[1].begins_on == day(4, 1));
    CHECK(asks[1].due_on == day(6, 30));
    CHECK(asks[2].needed == 2);
    CHECK(asks[2].due_on == day(8, 31));
    CHECK(asks[2].due_why ==
          "Thực hiện từ 01/07/2026 đến 31/08/2026. Đến hạn: hết thứ Hai 31/08/2026.");
    // What comes behind the window is late, as anywhere.
    CHECK(asks[2].ends_on == day(9, 30));
    item.quotas[0].per = Period::half;
    item.schedule = Schedule{.from = day(4, 1), .to = day(9, 30)};
    const auto halves = asks_of(item, year_2026);
    REQUIRE(halves.size() == 2);
    CHECK(halves[0].begins_on == day(4, 1));
    CHECK(halves[1].due_on == day(9, 30));
}

TEST_CASE("a number a month with a last day is owed until that day, and not behind it")
{
    auto item = work("Đăng tải tin, bài về cải cách hành chính");
    item.quotas = {{.count = 2, .per = Period::month, .unit = "tin, bài"}};
    item.schedule = Schedule{.kind = Schedule::Kind::deadline, .due = day(11, 30)};
    const auto asks = asks_of(item, year_2026);
    REQUIRE(asks.size() == 11);
    CHECK(asks.back().period == "2026-11");
    CHECK(asks.back().due_on == day(11, 29));
    item.quotas.front().per = Period::quarter;
    REQUIRE(asks_of(item, year_2026).size() == 4);
    CHECK(asks_of(item, year_2026).back().due_on == day(11, 29));
    item.schedule->due = day(6, 1);
    CHECK(asks_of(item, year_2026).size() == 2);
    // A day of each year ends nothing in a plan of several.
    item.schedule->every = Period::year;
    item.schedule->due = Date::create(2021, 6, 1);
    CHECK(asks_of(item, years_2021_to_2025).size() == 20);
}

TEST_CASE("a week of which less than half is left when the plan is signed is not owed")
{
    auto item = work("Phát thanh bản tin");
    item.quotas = {{.count = 1, .per = Period::week, .unit = "bản tin"}};
    const auto asks = asks_of(item, year_2026);
    const auto fourth = std::ranges::find(asks, "2026W04", &Ask::period);
    REQUIRE(fourth != asks.end());
    CHECK(fourth->due_on == day(1, 25));
    CHECK(is_asked_by(*fourth, day(1, 20)));
    CHECK(is_asked_by(*fourth, day(1, 21)));
    CHECK(!is_asked_by(*fourth, day(1, 22)));
    CHECK(!is_asked_by(*fourth, day(1, 26)));
    CHECK(is_asked_by(*std::next(fourth), day(1, 22)));
    item.quotas.front().per = Period::month;
    CHECK(is_asked_by(asks_of(item, year_2026).front(), day(1, 30)));
    CHECK(!is_asked_by(asks_of(item, year_2026).front(), day(2, 2)));
}

TEST_CASE("the plan's years cut no week, and a window of the whole year does")
{
    auto item = work("Phát bản tin");
    item.quotas = {{.count = 1, .per = Period::week, .unit = "bản tin"}};
    CHECK(asks_of(item, year_2026).front().begins_on == *Date::create(2025, 12, 29));
    CHECK(asks_of(item, year_2026).back().due_on == *Date::create(2027, 1, 3));
    item.schedule = Schedule{.from = year_2026.first, .to = year_2026.last};
    CHECK(asks_of(item, year_2026).size() == 53);
    CHECK(asks_of(item, year_2026).front().begins_on == year_2026.first);
    CHECK(asks_of(item, year_2026).back().due_on == year_2026.last);
}

TEST_CASE("a report due in the month behind its period is owed when that is over")
{
    auto item = work("Báo cáo kết quả");
    item.schedule = Schedule{.kind = Schedule::Kind::recurring,
                             .every = Period::quarter,
                             .day = 5,
                             .month = DueMonth::after};
    auto asks = asks_of(item, year_2026);
    REQUIRE(asks.size() == 4);
    CHECK(asks[0].product == "report");
    CHECK(asks[0].period == "2026Q1");
    CHECK(asks[0].due_on == day(4, 4));
    CHECK(asks[3].due_on == *Date::create(2027, 1, 4));
    CHECK(asks[0].due_why ==
          "Quý I/2026 (từ 01/01/2026 đến 31/03/2026). Trước ngày 05 tháng 4/2026: ngày cuối cùng "
          "để thực hiện là 04/04/2026. 04/04/2026 là ngày nghỉ (thứ Bảy); ngày đến hạn vẫn giữ "
          "nguyên. Đến hạn: hết thứ Bảy 04/04/2026.");
    // That of 10 April is about the first quarter and late, that of June about the second.
    CHECK(asks[0].ends_on == day(5, 17));
    CHECK(asks[1].begins_on == day(5, 18));
    item.schedule->every = Period::month;
    item.schedule->limit = Limit::by;
    asks = asks_of(item, year_2026);
    REQUIRE(asks.size() == 12);
    CHECK(asks[0].due_on == day(2, 5));
    CHECK(asks[11].due_on == *Date::create(2027, 1, 5));
    // 5 April is a Sunday: the report of March is in time on Monday.
    CHECK(asks[2].due_on == day(4, 6));
    CHECK(asks[2].ends_on == day(4, 18));
    CHECK(asks[3].begins_on == day(4, 19));
}

TEST_CASE("other work told in the month behind is of the month in which it is done")
{
    auto item = work("Gửi tin, bài");
    item.quotas = {{.count = 4, .per = Period::month, .unit = "tin, bài"}};
    item.schedule = Schedule{.kind = Schedule::Kind::recurring,
                             .every = Period::month,
                             .day = 5,
                             .month = DueMonth::after};
    const auto asks = asks_of(item, year_2026);
    REQUIRE(asks.size() == 12);
    CHECK(asks[0].due_on == day(2, 4));
    CHECK(asks[0].begins_on == day(1, 1));
    CHECK(asks[0].ends_on == day(1, 31));
}

TEST_CASE("a day of a quarter's first month is no day of its last")
{
    auto item = work("Gửi kế hoạch kiểm tra");
    item.schedule = Schedule{.kind = Schedule::Kind::recurring,
                             .every = Period::quarter,
                             .day = 15,
                             .month = DueMonth::first};
    CHECK(asks_of(item, year_2026).at(0).due_on == day(1, 14));
    CHECK(asks_of(item, year_2026).at(1).due_on == day(4, 14));
    item.schedule->every = Period::half;
    CHECK(asks_of(item, year_2026).at(1).due_on == day(7, 14));
    item.schedule->every = Period::year;
    CHECK(asks_of(item, year_2026).at(0).due_on == day(1, 14));
}

TEST_CASE("the days of a report's periods are each of one period, whatever day it is due on")
{
    auto item = work("Báo cáo kết quả");
    for (const auto every : {Period::month, Period::quarter, Period::half, Period::year}) {
        for (const auto month : {DueMonth::last, DueMonth::first, DueMonth::after}) {
            for (int number = 1; number <= 31; ++number) {
                for (const auto limit : {Limit::before, Limit::by}) {
                    CAPTURE(number);
                    item.schedule = Schedule{.kind = Schedule::Kind::recurring,
                                             .every = every,
                                             .day = number,
                                             .limit = limit,
                                             .month = month};
                    check_that_days_join(asks_of(item, year_2026));
                }
            }
        }
    }
}

TEST_CASE("a number a year is owed once, until the window is over")
{
    auto item = work("Tổ chức đối thoại");
    item.quotas = {{.count = 2, .per = Period::year, .unit = "lần"}};
    auto asks = asks_of(item, year_2026);
    REQUIRE(asks.size() == 1);
    CHECK(asks[0].due_on == day(12, 31));
    CHECK(asks[0].needed == 2);
    CHECK(asks[0].product == "dialogue");
    item.schedule = Schedule{.from = day(4, 1), .to = day(6, 30)};
    asks = asks_of(item, year_2026);
    CHECK(asks[0].begins_on == day(4, 1));
    CHECK(asks[0].due_on == day(6, 30));
}

TEST_CASE("in a plan of five years a number a year is owed each year")
{
    auto item = work("Tổ chức đối thoại");
    item.quotas = {{.count = 2, .per = Period::year, .unit = "lần"}};
    auto asks = asks_of(item, years_2021_to_2025);
    REQUIRE(asks.size() == 5);
    CHECK(asks[0].period == "2021");
    CHECK(asks[0].needed == 2);
    CHECK(asks[0].begins_on == *Date::create(2021, 1, 1));
    CHECK(asks[0].due_on == *Date::create(2021, 12, 31));
    CHECK(asks[4].due_on == *Date::create(2025, 12, 31));
    // A window and a last day are those of their year, and of no other.
    item.schedule = Schedule{.from = Date::create(2022, 4, 1), .to = Date::create(2024, 6, 30)};
    asks = asks_of(item, years_2021_to_2025);
    REQUIRE(asks.size() == 3);
    CHECK(asks[0].begins_on == *Date::create(2022, 4, 1));
    CHECK(asks[2].due_on == *Date::create(2024, 6, 30));
    item.schedule = Schedule{.kind = Schedule::Kind::deadline, .due = Date::create(2025, 11, 30)};
    asks = asks_of(item, years_2021_to_2025);
    REQUIRE(asks.size() == 5);
    CHECK(asks[3].due_on == *Date::create(2024, 12, 31));
    CHECK(asks[4].due_on == *Date::create(2025, 11, 29));
    // For the whole plan is once.
    item.schedule.reset();
    item.quotas[0].per = Period::whole;
    asks = asks_of(item, years_2021_to_2025);
    REQUIRE(asks.size() == 1);
    CHECK(asks[0].period == once);
    CHECK(asks[0].needed == 2);
    CHECK(asks[0].due_on == *Date::create(2025, 12, 31));
}

TEST_CASE("a day of each year is due in each year of a plan, in a plan of one year once")
{
    auto item = work("Báo cáo tổng kết");
    item.schedule = Schedule{
        .kind = Schedule::Kind::deadline, .due = Date::create(2021, 12, 15), .every = Period::year};
    auto asks = asks_of(item, years_2021_to_2025);
    REQUIRE(asks.size() == 5);
    CHECK(asks[0].due_on == *Date::create(2021, 12, 14));
    CHECK(asks[4].due_on == *Date::create(2025, 12, 14));
    CHECK(asks[4].period == "2025");
    // From its own year on; the 29th of February is a day of few years.
    item.schedule->due = *Date::create(2024, 2, 29);
    item.schedule->limit = Limit::by;
    asks = asks_of(item, years_2021_to_2025);
    REQUIRE(asks.size() == 2);
    CHECK(asks[1].due_on == *Date::create(2025, 2, 28));
    item.schedule->due = day(12, 15);
    asks = asks_of(item, year_2026);
    REQUIRE(asks.size() == 1);
    CHECK(asks[0].period == once);
    // "trước ngày 31/3/2022" alone is one day of five years.
    item.schedule = Schedule{.kind = Schedule::Kind::deadline, .due = Date::create(2022, 3, 31)};
    asks = asks_of(item, years_2021_to_2025);
    REQUIRE(asks.size() == 1);
    CHECK(asks[0].due_on == *Date::create(2022, 3, 30));
}

TEST_CASE("a report of the year is due in the January behind it, each year")
{
    auto item = work("Báo cáo năm");
    item.schedule = Schedule{.kind = Schedule::Kind::recurring,
                             .every = Period::year,
                             .day = 15,
                             .month = DueMonth::after};
    const auto asks = asks_of(item, years_2021_to_2025);
    REQUIRE(asks.size() == 5);
    CHECK(asks[0].period == "2021");
    CHECK(asks[0].due_on == *Date::create(2022, 1, 14));
    CHECK(asks[4].due_on == *Date::create(2026, 1, 14));
}

TEST_CASE("work without a day is owed once in the plan's years; contents are owed by nobody")
{
    auto item = work("Bố trí thời lượng phù hợp");
    item.type = plan::ItemType::duty;
    CHECK(asks_of(item, year_2026).size() == 1);
    CHECK(asks_of(item, years_2021_to_2025).size() == 1);
    CHECK(asks_of(item, years_2021_to_2025).at(0).due_on == *Date::create(2025, 12, 31));
    item.type = plan::ItemType::topic;
    CHECK(asks_of(item, year_2026).empty());
    item.type = plan::ItemType::target;
    CHECK(asks_of(item, year_2026).empty());
    item.schedule = Schedule{.kind = Schedule::Kind::deadline, .due = day(2, 28)};
    CHECK(asks_of(item, year_2026).size() == 1);
}

TEST_CASE("two quotas of one item are two obligations")
{
    auto item = work("Chuyên mục trên báo và đài");
    item.quotas = {{.count = 1, .per = Period::month, .unit = "trang"},
                   {.count = 2, .per = Period::year, .unit = "tọa đàm"},
                   {.count = 0, .per = Period::year, .unit = "tin"}};
    const auto asks = asks_of(item, year_2026);
    REQUIRE(asks.size() == 13);
    CHECK(asks[12].quota == "talk::year");
    CHECK(asks[12].product == "talk");
}

}  // namespace caicach::obligation
