#include "calendar/slot.hpp"

#include <doctest/doctest.h>

#include "dice.hpp"
#include "sample_calendar.hpp"

namespace caicach::calendar
{

TEST_CASE("a quota is owed in each period of the plan year")
{
    const auto months = slots_of_year({.count = 1, .per = Length::month}, 2026);
    REQUIRE(months.size() == 12);
    CHECK(months.at(1).days == Window{day("2026-02-01"), day("2026-02-28")});
    const auto year = slots_of_year({.count = 2, .per = Length::year}, 2026);
    REQUIRE(year.size() == 1);
    CHECK(year.front().count == 2);
}

TEST_CASE("weekly yet three a month owes three a month")
{
    const auto quota = owed(Scheme(Length::week), Quota{.count = 3, .per = Length::month});
    REQUIRE(quota);
    const auto slots = slots_of_year(*quota, 2026);
    CHECK(slots.size() == 12);
    CHECK(slots.front().count == 3);
    CHECK(slots_of_year(*owed(Scheme(Length::week), {}), 2026).size() == 53);
    CHECK(!owed({}, {}));
}

TEST_CASE("a plan that comes into force within a period owes of it what the caller says")
{
    const Quota quota{.count = 3, .per = Length::month};
    const Window from_march{day("2026-03-22"), day("2026-12-31")};
    const auto whole = slots_of_year(quota, 2026, from_march);
    REQUIRE(whole.size() == 10);
    CHECK(whole.front().is_cut());
    CHECK(whole.front().days.from == day("2026-03-22"));
    CHECK(whole.front().count == 3);
    CHECK(slots_of_year(quota, 2026, from_march, CutPeriods::left_out).size() == 9);
    // Ten days of 31 are less than a third: nothing; sixteen are one of three.
    CHECK(slots_of_year(quota, 2026, from_march, CutPeriods::shared).size() == 9);
    const Window from_16{day("2026-03-16"), day("2026-12-31")};
    CHECK(slots_of_year(quota, 2026, from_16, CutPeriods::shared).front().count == 1);
}

TEST_CASE("a window leaves only its own periods")
{
    const Window summer{day("2026-04-01"), day("2026-09-30")};
    const auto quarters = slots_of_year({.count = 1, .per = Length::quarter}, 2026, summer);
    REQUIRE(quarters.size() == 2);
    CHECK(!quarters.front().is_cut());
    CHECK(slots_of_year({.count = 1, .per = Length::quarter}, 2027, summer).empty());
}

TEST_CASE("each week is asked for by one plan year")
{
    for (int year = 2019; year < 2032; ++year) {
        const auto weeks = slots_of_year({.count = 1, .per = Length::week}, year);
        const auto after = slots_of_year({.count = 1, .per = Length::week}, year + 1);
        CHECK(weeks.back().days.to.plus_days(1) == after.front().days.from);
    }
}

TEST_CASE("slots lie in their period and in the window, in order, and owe no more than the quota")
{
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        const Quota quota{.count = dice.number(1, 60),
                          .per = static_cast<Length>(dice.number(0, 4))};
        const auto from = dice.day();
        const Window window{from, from.plus_days(dice.number(0, 500))};
        const auto cut = static_cast<CutPeriods>(dice.number(0, 2));
        Date after{};
        for (const auto& slot : slots_of_year(quota, from.year(), window, cut)) {
            CHECK(slot.days.from > after);
            CHECK(!slot.days.is_empty());
            CHECK(common(slot.days, window_of(slot.period)) == slot.days);
            CHECK(common(slot.days, window) == slot.days);
            CHECK(slot.count >= 1);
            CHECK(slot.count <= quota.count);
            if (!slot.is_cut()) CHECK(slot.count == quota.count);
            after = slot.days.to;
        }
    }
}

}  // namespace caicach::calendar
