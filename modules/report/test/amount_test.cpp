#include "report/amount.hpp"

#include <doctest/doctest.h>

#include <limits>

namespace caicach::report
{
namespace
{

constexpr auto largest = std::numeric_limits<std::int64_t>::max();
constexpr auto least = std::numeric_limits<std::int64_t>::min();

}  // namespace

TEST_CASE("what people type becomes ten-thousandths, to the last digit")
{
    CHECK(ten_thousandths("0", 0) == 0);
    CHECK(ten_thousandths("1.234,5", 1) == 12'345'000);
    CHECK(ten_thousandths("0,0001", 4) == 1);
    CHECK(ten_thousandths("-0,5", 1) == -5'000);
    CHECK(ten_thousandths("-12,3456", 4) == -123'456);
    CHECK(ten_thousandths("900.000.000.000.000", 0) == 9'000'000'000'000'000'000);
    CHECK(ten_thousandths("922.337.203.685.477,5807", 4) == largest);
}

TEST_CASE("what is no number of so many decimals is refused, not rounded")
{
    for (const auto* typed : {"", "-", ",5", "1,", "1,2,3", "1.2", "12,34a", "1e3", " 1", "0x1"})
        CHECK_FALSE(ten_thousandths(typed, 4));
    CHECK_FALSE(ten_thousandths("1,5", 0));
    CHECK_FALSE(ten_thousandths("1,25", 1));
    CHECK_FALSE(ten_thousandths("922.337.203.685.477,5808", 4));
    CHECK_FALSE(ten_thousandths("922337203685478", 0));
}

TEST_CASE("an amount has one text for other programs")
{
    CHECK(canonical(0) == "0");
    CHECK(canonical(120'000) == "12");
    CHECK(canonical(12'345'000) == "1234.5");
    CHECK(canonical(-1) == "-0.0001");
    CHECK(canonical(largest) == "922337203685477.5807");
    CHECK(canonical(least) == "-922337203685477.5808");
}

TEST_CASE("an amount is shown with the decimals of its indicator, halves away from zero")
{
    CHECK(shown(12'345'000, 0) == "1.235");
    CHECK(shown(12'344'999, 0) == "1.234");
    CHECK(shown(12'345'000, 1) == "1.234,5");
    CHECK(shown(12'345'678, 2) == "1.234,57");
    CHECK(shown(-5'000, 0) == "-1");
    CHECK(shown(-4'999, 0) == "0");
    CHECK(shown(1, 4) == "0,0001");
    CHECK(shown(least, 4) == "-922.337.203.685.477,5808");
}

TEST_CASE("a ratio is shown with what it was made of")
{
    CHECK(shown(Amount{8'500'000, 10'000'000}, 1) == "850/1.000 = 85%");
    CHECK(shown(Amount{10'000, 30'000}, 2) == "1/3 = 33,33%");
    CHECK(shown(Amount{20'000, 30'000}, 0) == "2/3 = 67%");
    CHECK(shown(Amount{0, 10'000}, 1) == "0/1 = 0%");
    CHECK(shown(Amount{largest, largest}, 2).ends_with(" = 100%"));
    CHECK(shown(Amount{10'000, 0}, 1) == "–");
    CHECK(shown(Amount{15'000, std::nullopt}, 1) == "1,5");
}

TEST_CASE("a sum that cannot be kept is refused, never wrapped around")
{
    CHECK(added(largest - 1, 1) == largest);
    CHECK(added(-5, 3) == -2);
    for (const auto& sum : {added(largest, 1), added(least, -1)}) {
        REQUIRE_FALSE(sum);
        CHECK(sum.error().kind == Failure::too_large);
        CHECK(sum.error().key == "report.amount.too_large");
    }
}

}  // namespace caicach::report
