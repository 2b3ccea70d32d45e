#include "database/many_rows.hpp"

#include <doctest/doctest.h>

namespace caicach::database
{

TEST_CASE("an INSERT of one row becomes one of many, its parameters numbered on")
{
    constexpr auto insert = "INSERT INTO t (a, b)\nVALUES ($1,\n        $2)\n";
    CHECK(many_rows(insert, 1) == "INSERT INTO t (a, b)\nVALUES ($1, $2)");
    CHECK(many_rows(insert, 3) == "INSERT INTO t (a, b)\nVALUES ($1, $2), ($3, $4), ($5, $6)");
}

}  // namespace caicach::database
