#include "text/number.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>

namespace caicach::text
{

TEST_CASE("integers are grouped by points")
{
    CHECK(format_integer(0) == "0");
    CHECK(format_integer(999) == "999");
    CHECK(format_integer(1234567) == "1.234.567");
    CHECK(format_integer(-1000) == "-1.000");
    CHECK(format_integer(std::numeric_limits<std::int64_t>::min()) == "-9.223.372.036.854.775.808");
}

TEST_CASE("decimals are rounded as a person rounds them")
{
    CHECK(format_decimal(1234.5, 1) == "1.234,5");
    CHECK(format_decimal(1.005, 2) == "1,01");
    CHECK(format_decimal(0.25, 1) == "0,3");
    CHECK(format_decimal(999.96, 1) == "1.000,0");
    CHECK(format_decimal(85, 2) == "85,00");
    CHECK(format_decimal(-0.04, 1) == "0,0");
    CHECK(format_decimal(-2.5, 0) == "-3");
    CHECK(format_decimal(1e-9, 2) == "0,00");
    CHECK(format_decimal(std::numeric_limits<double>::quiet_NaN(), 1) == "–");
}

TEST_CASE("integers are read with and without points")
{
    CHECK(parse_integer("1.234.567") == 1234567);
    CHECK(parse_integer("01") == 1);
    CHECK(parse_integer("-12") == -12);
    for (const auto* bad : {"", "-", ".", "1.23", "1.2345", "1234.567", "1..234", ".123", "12a",
                            "1,5", "99999999999999999999", "--1", " 1"}) {
        CAPTURE(bad);
        CHECK_FALSE(parse_integer(bad));
    }
}

TEST_CASE("decimals have a comma")
{
    CHECK(parse_decimal("1.234,5") == 1234.5);
    CHECK(parse_decimal("-2,5") == -2.5);
    CHECK(parse_decimal("85") == 85.0);
    for (const auto* bad : {"", ",5", "1,", "1,2,3", "1,2.3", "1.5", "1,5e3", "inf"}) {
        CAPTURE(bad);
        CHECK_FALSE(parse_decimal(bad));
    }
}

}  // namespace caicach::text
