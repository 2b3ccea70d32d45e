#include "calendar/working_days.hpp"

#include <doctest/doctest.h>

#include "sample_calendar.hpp"

namespace caicach::calendar
{

TEST_CASE("weekends and days off are not worked, a Saturday in their place is")
{
    const auto days = sample_days();
    CHECK(days.is_working_day(day("2026-03-16")));
    CHECK(!days.is_working_day(day("2026-03-15")));
    CHECK(!days.is_working_day(day("2026-02-16")));
    CHECK(days.is_working_day(day("2026-08-22")));
    CHECK(!days.is_working_day(day("2026-08-29")));
}

TEST_CASE("half a day off is a working day, unless it is a weekend's")
{
    CHECK(sample_days().is_working_day(day("2026-03-12")));
    const WorkingDays days({{day("2026-03-14"), day("2026-03-14"), DayKind::morning_off, "", ""}});
    CHECK(!days.is_working_day(day("2026-03-14")));
}

TEST_CASE("the first day of a period is not counted, days off are passed over")
{
    const auto days = sample_days();
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
    const auto days = sample_days();
    CHECK(days.after_days(day("2026-03-16"), 15) == day("2026-03-31"));
    CHECK(days.after_days(day("2026-03-06"), 15) == day("2026-03-23"));
    CHECK(days.after_days(day("2026-08-14"), 15) == day("2026-09-03"));
}

TEST_CASE("a table that leaves no day to work does not hold anybody for ever")
{
    const WorkingDays never({{day("2000-01-01"), day("2100-01-01"), DayKind::holiday, "", ""}});
    CHECK(never.working_day_from(day("2026-01-01")) > day("2026-12-31"));
}

TEST_CASE("what is passed over is told with its names, each row once")
{
    const auto told = sample_days().passed_over(day("2026-08-22"), day("2026-09-04"));
    CHECK(in_words(told) ==
          "Không tính 3 ngày thứ Bảy, Chủ nhật. Làm việc 22/08/2026: Làm bù ngày 31/08/2026. Nghỉ "
          "31/08/2026: Hoán đổi Quốc khánh. Nghỉ từ 01/09/2026 đến 02/09/2026: Quốc khánh.");
    CHECK(sample_days().passed_over(day("2026-03-16"), day("2026-03-18")).empty());
    CHECK(in_words(sample_days().passed_over(day("2026-03-12"), day("2026-03-12"))) ==
          "Nghỉ buổi sáng 12/03/2026: Mất điện; vẫn tính là ngày làm việc.");
}

}  // namespace caicach::calendar
