#include "base/log.hpp"

#include <doctest/doctest.h>

TEST_CASE("a log line is JSON whatever stands in its values")
{
    using caicach::log::Level;
    CHECK(
        caicach::log::render(Level::warning, "a \"quoted\"\nline",
                             {{"route", "/ke-hoach/{plan}"}, {"status", 409}}) ==
        R"({"level":"warning","message":"a \"quoted\"\nline","route":"/ke-hoach/{plan}","status":409})");
}

TEST_CASE("an unknown level is refused")
{
    CHECK(!caicach::log::set_level("loud"));
    CHECK(caicach::log::set_level("info"));
}
