#include "calendar/due.hpp"

#include <doctest/doctest.h>

#include "dice.hpp"
#include "sample_calendar.hpp"

namespace caicach::calendar
{
namespace
{

Period month(std::string_view iso) { return period_of(Length::month, day(iso)); }

const DueRule before_25{.day = 25};

}  // namespace

TEST_CASE("before a day means until the day before it is over")
{
    CHECK(due_of(month("2026-03-01"), before_25, sample_days()).day == day("2026-03-24"));
    const DueRule by_25{.day = 25, .limit = Limit::by};
    CHECK(due_of(month("2026-03-01"), by_25, sample_days()).day == day("2026-03-25"));
    CHECK(due_on(day("2026-03-31"), Limit::before, OnDayOff::stays, sample_days()).day ==
          day("2026-03-30"));
    CHECK(due_on(day("2026-03-31"), Limit::by, OnDayOff::stays, sample_days()).day ==
          day("2026-03-31"));
}

TEST_CASE("where no day is named the period's last day is due")
{
    CHECK(due_of(month("2024-02-01"), {}, sample_days()).day == day("2024-02-29"));
    const auto third = *period_of_year(Length::quarter, 2026, 3);
    CHECK(due_of(third, {}, sample_days()).day == day("2026-09-30"));
}

TEST_CASE("the day is of the last month that a period is named for")
{
    const auto scheme = *Scheme::create(Length::quarter, {.key = "nd09", .first_day = 15});
    const auto first = *period_of_year(scheme, 2026, 1);
    CHECK(due_of(first, {.day = 25, .limit = Limit::by}, sample_days()).day == day("2026-03-25"));
    const DueRule after{.day = 5, .months_after = 1, .limit = Limit::by};
    CHECK(due_of(month("2026-12-01"), after, sample_days()).day == day("2027-01-05"));
}

TEST_CASE("a day that the month does not have means its last one")
{
    for (const auto limit : {Limit::before, Limit::by}) {
        const DueRule rule{.day = 31, .limit = limit};
        CHECK(due_of(month("2026-02-01"), rule, sample_days()).day == day("2026-02-28"));
        CHECK(due_of(month("2024-02-01"), rule, sample_days()).day == day("2024-02-29"));
        CHECK(due_of(month("2026-04-01"), rule, sample_days()).day == day("2026-04-30"));
    }
    CHECK(due_of(month("2026-03-01"), {.day = 1}, sample_days()).day == day("2026-02-28"));
}

TEST_CASE("weeks are due on a weekday")
{
    const auto week = period_of(Length::week, day("2026-03-04"));
    CHECK(due_of(week, {.day = 5, .limit = Limit::by}, sample_days()).day == day("2026-03-06"));
    CHECK(due_of(week, {}, sample_days()).day == day("2026-03-08"));
}

TEST_CASE("a due day off stays or moves as the caller says, and the words tell")
{
    const DueRule by_26{.day = 26, .limit = Limit::by};
    const auto stays = due_of(month("2026-04-01"), by_26, sample_days());
    CHECK(stays.day == day("2026-04-26"));
    CHECK(in_words(stays.explanation) ==
          "Tháng 4/2026 (từ 01/04/2026 đến 30/04/2026). Chậm nhất ngày 26 tháng 4/2026: ngày cuối "
          "cùng để thực hiện là 26/04/2026. 26/04/2026 là ngày nghỉ (Giỗ Tổ Hùng Vương); ngày đến "
          "hạn vẫn giữ nguyên. Đến hạn: hết Chủ nhật 26/04/2026.");
    auto rule = by_26;
    rule.on_day_off = OnDayOff::moves;
    const auto moved = due_of(month("2026-04-01"), rule, sample_days());
    CHECK(moved.day == day("2026-04-28"));
    CHECK(moved.explanation.back().text == "Đến hạn: hết thứ Ba 28/04/2026.");
}

TEST_CASE("quarters II and III are one window, and a window ends with its last day")
{
    const auto window = window_over(*period_of_year(Length::quarter, 2026, 2),
                                    *period_of_year(Length::quarter, 2026, 3));
    CHECK(window == Window{day("2026-04-01"), day("2026-09-30")});
    CHECK(due_of(window, OnDayOff::stays, sample_days()).day == day("2026-09-30"));
    const Window until_holiday{day("2026-02-01"), day("2026-02-15")};
    CHECK(due_of(until_holiday, OnDayOff::moves, sample_days()).day == day("2026-02-23"));
}

TEST_CASE("later periods are never due earlier, and the last sentence names the answer")
{
    const auto days = sample_days();
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        const DueRule rule{.day = dice.number(0, 31),
                           .months_after = dice.number(0, 2),
                           .limit = dice.is_one_in(2) ? Limit::before : Limit::by,
                           .on_day_off = dice.is_one_in(2) ? OnDayOff::moves : OnDayOff::stays};
        const auto length = static_cast<Length>(dice.number(1, 4));
        const auto period = period_of(length, dice.day());
        const auto due = due_of(period, rule, days);
        CHECK(due.day <= due_of(next(period), rule, days).day);
        CHECK(due.explanation.back().kind == Step::Kind::due);
        CHECK(due.explanation.back().text.find(due.day.vietnamese()) != std::string::npos);
        if (rule.on_day_off == OnDayOff::moves) CHECK(days.is_working_day(due.day));
        auto unmoved = rule;
        unmoved.on_day_off = OnDayOff::stays;
        CHECK(due_of(period, unmoved, days).day <= due.day);
    }
}

}  // namespace caicach::calendar
