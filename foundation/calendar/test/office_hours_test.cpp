#include "calendar/office_hours.hpp"

#include <doctest/doctest.h>

#include "sample_calendar.hpp"

namespace caicach::calendar
{

TEST_CASE("hours are read as people type them and written one way")
{
    for (const std::string_view typed : {"7:00-11:30, 13:30-17:00", "07:00–11:30, 13:30–17:00",
                                         " 7h-11h30;13h30 - 17h ", "7g00 - 11g30 , 13g30-17g"}) {
        CAPTURE(typed);
        const auto hours = hours_from(typed);
        REQUIRE(hours);
        CHECK(in_words(*hours) == "07:00–11:30, 13:30–17:00");
    }
    CHECK(hours_from("")->empty());
    CHECK(hours_from("  ")->empty());
    CHECK(in_words(*hours_from("0:00-24:00")) == "00:00–24:00");
}

TEST_CASE("hours that cannot be meant are refused")
{
    for (const std::string_view wrong :
         {"7", "7:00", "7:00-", "-11:30", "7:00-7:00", "11:30-7:00", "7:60-8:00", "7:00-24:01",
          "25:00-26:00", "7:00-11:30,", "7:00-11:30 13:30-17:00", "7:00-11:30, 11:30-17:00",
          "13:30-17:00, 7:00-11:30", "7:00-12:00, 11:00-17:00", "7-11", "7:-11:00", "a",
          "7:00−9:00",
          "1:00-2:00,3:00-4:00,5:00-6:00,7:00-8:00,9:00-10:00,11:00-12:00,13:00-14:00"}) {
        CAPTURE(wrong);
        CHECK(!hours_from(wrong));
    }
}

TEST_CASE("the first table that holds decides, and where none does there are no hours")
{
    const auto hours = sample_hours();
    CHECK(hours.on(day("2026-06-30"))->source == "quyết định cũ");
    CHECK(hours.on(day("2026-06-30"))->of_weekday.at(5).empty());
    CHECK(hours.on(day("2026-07-01"))->of_weekday.at(5).size() == 1);
    CHECK(hours.on(day("2018-12-31")) == nullptr);
}

}  // namespace caicach::calendar
