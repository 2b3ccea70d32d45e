#include "calendar/date.hpp"

#include <doctest/doctest.h>

using caicach::Date;
using caicach::Instant;

TEST_CASE("a day that does not exist cannot be made")
{
    CHECK(!Date::create(2023, 2, 29));
    CHECK(!Date::create(2024, 13, 1));
    CHECK(!Date::create(2024, 4, 31));
    REQUIRE(Date::create(2024, 2, 29));
    CHECK(Date::create(2024, 2, 29)->iso() == "2024-02-29");
}

TEST_CASE("dates are read as machines and as people write them, and nothing else is guessed")
{
    REQUIRE(Date::from_iso("2024-09-30"));
    CHECK(Date::from_iso("2024-09-03")->vietnamese() == "03/09/2024");
    CHECK(!Date::from_iso("2024-9-30"));
    CHECK(!Date::from_iso("30/09/2024"));
    REQUIRE(Date::from_vietnamese("30/09/2024"));
    CHECK(Date::from_vietnamese("5-1-2024")->iso() == "2024-01-05");
    CHECK(!Date::from_vietnamese("30/09/24"));
    CHECK(!Date::from_vietnamese("31/9/2024"));
    CHECK(!Date::from_vietnamese("30/09/2024x"));
    CHECK(!Date::from_vietnamese(""));
    CHECK(!Date::from_vietnamese("30/-9/2024"));
}

TEST_CASE("in words, only days under 10 and months 1 and 2 take a leading zero")
{
    CHECK(Date::create(2024, 1, 5)->in_words() == "ngày 05 tháng 01 năm 2024");
    CHECK(Date::create(2024, 3, 15)->in_words() == "ngày 15 tháng 3 năm 2024");
    CHECK(Date::create(2024, 12, 9)->in_words() == "ngày 09 tháng 12 năm 2024");
}

TEST_CASE("the day changes at midnight in Vietnam, which is 17:00 UTC")
{
    CHECK(Date::of(caicach::instant_from_iso("2024-03-31T16:59:59.999999Z")).iso() == "2024-03-31");
    CHECK(Date::of(caicach::instant_from_iso("2024-03-31T17:00:00.000000Z")).iso() == "2024-04-01");
    CHECK(Date::of(Instant{-8LL * 3600 * 1'000'000}).iso() == "1969-12-31");
}

TEST_CASE("weekdays begin on Monday")
{
    CHECK(Date::create(2026, 11, 21)->weekday() == 6);
    CHECK(Date::create(2026, 11, 22)->weekday() == 7);
    CHECK(Date::create(2026, 11, 22)->plus_days(1).weekday() == 1);
}
