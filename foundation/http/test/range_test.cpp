#include <doctest/doctest.h>

#include "http/range.hpp"

namespace caicach::http
{
namespace
{

using Kind = PartAsked::Kind;

PartAsked part(std::int64_t first, std::int64_t count)
{
    return {.kind = Kind::part, .first = first, .count = count};
}

}  // namespace

TEST_CASE("a part is counted from the front, to the end, or from the end")
{
    CHECK(part_asked("bytes=0-0", 1000) == part(0, 1));
    CHECK(part_asked("bytes=0-1", 1000) == part(0, 2));
    CHECK(part_asked("bytes=500-", 1000) == part(500, 500));
    CHECK(part_asked("bytes=-200", 1000) == part(800, 200));
    CHECK(part_asked("bytes= 10-19 ", 1000) == part(10, 10));
}

TEST_CASE("what is longer than the file ends with it")
{
    CHECK(part_asked("bytes=900-5000", 1000) == part(900, 100));
    CHECK(part_asked("bytes=-5000", 1000) == part(0, 1000));
    CHECK(part_asked("bytes=999-", 1000) == part(999, 1));
}

TEST_CASE("what begins behind the end is outside, and so is all of an empty file")
{
    for (const auto* const range : {"bytes=1000-", "bytes=1000-2000", "bytes=-0"})
        CHECK(part_asked(range, 1000).kind == Kind::outside);
    for (const auto* const range : {"bytes=0-", "bytes=-1"})
        CHECK(part_asked(range, 0).kind == Kind::outside);
}

TEST_CASE("what is no range of one part is as if nothing had been asked")
{
    for (const auto* const range :
         {"", "bytes=", "bytes=-", "bytes=x-2", "bytes=1-x", "bytes=5-4", "bytes=0-1,4-5",
          "items=0-1", "bytes 0-1", "bytes=+1-2", "bytes=1-99999999999999999999",
          "bytes=99999999999999999999-", "bytes=--1", "bytes=1"})
        CHECK(part_asked(range, 1000) == PartAsked{});
}

}  // namespace caicach::http
