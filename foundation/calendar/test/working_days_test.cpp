#include "calendar/working_days.hpp"

#include <doctest/doctest.h>

namespace caicach
{
namespace
{

Date day(std::string_view iso) { return *Date::from_iso(iso); }

WorkingDays sample()
{
    return WorkingDays({{day("2026-02-14"), day("2026-02-22"), false},
                        {day("2026-08-31"), day("2026-08-31"), false},
                        {day("2026-08-22"), day("2026-08-22"), true},
                        {day("2026-09-01"), day("2026-09-02"), false}});
}

}  // namespace

TEST_CASE("weekends and days off are not worked, a Saturday in their place is")
{
    const auto days = sample();
    CHECK(days.is_working_day(day("2026-03-16")));
    CHECK(!days.is_working_day(day("2026-03-15")));
    CHECK(!days.is_working_day(day("2026-02-16")));
    CHECK(days.is_working_day(day("2026-08-22")));
    CHECK(!days.is_working_day(day("2026-08-29")));
}

TEST_CASE("the first day of a period is not counted, days off are passed over")
{
    const auto days = sample();
    CHECK(days.after_working_days(day("2026-03-16"), 2) == day("2026-03-18"));
    // Received on a Friday; on a Sunday the same.
    CHECK(days.after_working_days(day("2026-03-13"), 2) == day("2026-03-17"));
    CHECK(days.after_working_days(day("2026-03-15"), 2) == day("2026-03-17"));
    CHECK(days.after_working_days(day("2026-02-13"), 2) == day("2026-02-24"));
    CHECK(days.after_working_days(day("2026-08-21"), 2) == day("2026-08-24"));
    CHECK(days.after_working_days(day("2026-03-16"), 0) == day("2026-03-16"));
}

TEST_CASE("a period of days that ends on a day off ends with the next day worked")
{
    const auto days = sample();
    CHECK(days.after_days(day("2026-03-16"), 15) == day("2026-03-31"));
    CHECK(days.after_days(day("2026-03-06"), 15) == day("2026-03-23"));
    CHECK(days.after_days(day("2026-08-14"), 15) == day("2026-09-03"));
}

}  // namespace caicach
