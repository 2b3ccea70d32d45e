#include "calendar/slot.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "dice.hpp"
#include "sample_calendar.hpp"

namespace caicach::calendar
{

namespace
{

const Window always{day("2000-01-01"), day("2099-12-31")};

}  // namespace

TEST_CASE("a year has all its periods, whole where no window cuts them")
{
    const auto months = slots_of_year(Length::month, 2026, always);
    REQUIRE(months.size() == 12);
    CHECK(months.at(1).days == Window{day("2026-02-01"), day("2026-02-28")});
    CHECK(!months.at(1).is_cut());
    CHECK(slots_of_year(Length::week, 2026, always).size() == 53);
    CHECK(slots_of_year(Length::year, 2026, always).size() == 1);
}

TEST_CASE("a window cuts the first and the last of its periods and leaves out all others")
{
    const Window window{day("2026-02-10"), day("2026-08-31")};
    const auto quarters = slots_of_year(Length::quarter, 2026, window);
    REQUIRE(quarters.size() == 3);
    CHECK(quarters.front().days == Window{day("2026-02-10"), day("2026-03-31")});
    CHECK(quarters.front().is_cut());
    CHECK(!quarters.at(1).is_cut());
    CHECK(quarters.back().days == Window{day("2026-07-01"), day("2026-08-31")});
    CHECK(slots_of_year(Length::quarter, 2027, window).empty());
}

TEST_CASE("no week falls between two years, and none is asked for twice")
{
    for (int year = 2019; year < 2032; ++year) {
        const auto weeks = slots_of_year(Length::week, year, always);
        const auto after = slots_of_year(Length::week, year + 1, always);
        CHECK(weeks.back().days.to.plus_days(1) == after.front().days.from);
    }
}

TEST_CASE("slots lie in their period and in the window, in order, and fill both")
{
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        const auto length = static_cast<Length>(dice.number(0, 4));
        const auto from = dice.day();
        const Window window{from, from.plus_days(dice.number(0, 500))};
        const auto slots = slots_of_year(length, from.year(), window);
        const auto periods = periods_of_year(length, from.year());
        const auto asked = common(window, {periods.front().first, periods.back().last});
        int days{};
        Date after{};
        for (const auto& slot : slots) {
            CHECK(slot.days.from > after);
            CHECK(slot.days == common(window_of(slot.period), window));
            if (after != Date{}) CHECK(slot.days.from == after.plus_days(1));
            days += slot.days.to.days_since_1970() - slot.days.from.days_since_1970() + 1;
            after = slot.days.to;
        }
        CHECK(days == std::max(0, asked.to.days_since_1970() - asked.from.days_since_1970() + 1));
    }
}

}  // namespace caicach::calendar
