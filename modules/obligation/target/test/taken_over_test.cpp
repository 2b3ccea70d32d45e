#include "obligation/target/taken_over.hpp"

#include <doctest/doctest.h>

#include "obligation/target/hundredths.hpp"

namespace caicach::obligation
{
namespace
{

using organisation::AgencyId;
using organisation::Succession;

constexpr AgencyId heir{1};
constexpr AgencyId other{2};
constexpr AgencyId gone{3};
constexpr AgencyId gone_too{4};

Date on(int month, int number) { return *Date::create(2026, month, number); }

Measure share() { return {.key = "M", .metric = {.op = ">=", .value = 85, .unit = "%"}}; }

Amounts pair(std::int64_t top, std::int64_t bottom)
{
    return {.numerator = top * hundredths, .denominator = bottom * hundredths};
}

/// In July `gone` goes into `heir`; asked are, in October, `heir` and `other`.
AskedAgencies asked_after_july()
{
    return {.now = {heir, other},
            .day = on(10, 1),
            .at_first = {heir, other, gone},
            .first_day = on(1, 1)};
}

Succession merged_in_july()
{
    return Succession{{{gone, heir, organisation::whole_share, on(7, 1)}}};
}

HeldAmounts held(const Holding& holding, AgencyId agency)
{
    for (const auto& one : holding.held)
        if (one.agency == agency) return one;
    FAIL("not asked");
    return {};
}

}  // namespace

TEST_CASE("the last numbers of an agency that ended are added to those of who took it over")
{
    const std::vector<StatedAmounts> stated{{heir, pair(50, 100), on(6, 30)},
                                            {gone, pair(45, 50), on(5, 31)}};
    const auto one = held(held_by(share(), asked_after_july(), merged_in_july(), stated), heir);
    CHECK(one.amounts == pair(95, 150));
    CHECK(one.as_of == on(5, 31));
    CHECK(one.taken_over == std::vector{gone});
    CHECK(one.lacking.empty());
}

TEST_CASE("a number of a day on which it answered for both stands by itself")
{
    const std::vector<StatedAmounts> stated{{heir, pair(95, 150), on(7, 1)},
                                            {gone, pair(45, 50), on(5, 31)}};
    const auto holding = held_by(share(), asked_after_july(), merged_in_july(), stated);
    CHECK(held(holding, heir).amounts == pair(95, 150));
    CHECK(held(holding, heir).taken_over.empty());
    CHECK(held(holding, heir).lacking.empty());
    CHECK(holding.left_out.empty());
}

TEST_CASE("who was asked before, or took over somebody who told nothing, misses a part")
{
    const std::vector<StatedAmounts> others{{gone, pair(45, 50), on(5, 31)}};
    const auto without_own =
        held(held_by(share(), asked_after_july(), merged_in_july(), others), heir);
    CHECK(without_own.amounts == pair(45, 50));
    CHECK(without_own.lacking == std::vector{heir});
    const std::vector<StatedAmounts> own{{heir, pair(50, 100), on(6, 30)}};
    const auto without_other =
        held(held_by(share(), asked_after_july(), merged_in_july(), own), heir);
    CHECK(without_other.amounts == pair(50, 100));
    CHECK(without_other.lacking == std::vector{gone});
}

TEST_CASE("a new agency has the numbers of all that it was made of")
{
    auto asked = asked_after_july();
    asked.at_first = {other, gone, gone_too};
    const Succession succession{{{gone, heir, organisation::whole_share, on(7, 1)},
                                 {gone_too, heir, organisation::whole_share, on(7, 1)}}};
    const std::vector<StatedAmounts> stated{{gone, pair(45, 50), on(5, 31)},
                                            {gone_too, pair(5, 50), on(4, 30)}};
    const auto one = held(held_by(share(), asked, succession, stated), heir);
    CHECK(one.amounts == pair(50, 100));
    CHECK(one.taken_over.size() == 2);
    CHECK(one.lacking.empty());
}

TEST_CASE("percentages alone are not added, and numbers of who was split are not parted")
{
    const std::vector<StatedAmounts> bare{{heir, pair(50, 100), on(6, 30)},
                                          {gone, {.value = 9000}, on(5, 31)}};
    const auto first = held_by(share(), asked_after_july(), merged_in_july(), bare);
    CHECK(held(first, heir).amounts == pair(50, 100));
    CHECK(held(first, heir).lacking == std::vector{gone});
    REQUIRE(first.left_out.size() == 1);
    CHECK(!first.left_out.front().is_split);

    const Succession split{{{gone, heir, 6000, on(7, 1)}, {gone, other, 4000, on(7, 1)}}};
    const std::vector<StatedAmounts> stated{{heir, pair(50, 100), on(7, 31)},
                                            {gone, pair(45, 50), on(5, 31)}};
    const auto second = held_by(share(), asked_after_july(), split, stated);
    CHECK(held(second, heir).lacking.empty());
    CHECK(!held(second, other).amounts);
    CHECK(held(second, other).lacking == std::vector{gone});
    REQUIRE(second.left_out.size() == 1);
    CHECK(second.left_out.front().is_split);
}

TEST_CASE("who is said to go on with a split agency's numbers has them whole, the others owe none")
{
    const Succession split{{{gone, heir, 6000, on(7, 1)}, {gone, other, 4000, on(7, 1)}}};
    const std::vector<StatedAmounts> stated{{heir, pair(50, 100), on(6, 30)},
                                            {gone, pair(45, 50), on(5, 31)}};
    const auto held_with = [&](std::vector<StatedHeir> named, const Succession& by) {
        return held_by(share(), asked_after_july(), by, stated, named);
    };
    const auto unsaid = held_with({}, split);
    CHECK(held(unsaid, heir).amounts == pair(50, 100));
    CHECK(unsaid.left_out.size() == 1);
    const auto said = held_with({{gone, other, on(8, 1)}}, split);
    CHECK(held(said, heir).amounts == pair(50, 100));
    CHECK(held(said, heir).lacking.empty());
    CHECK(held(said, other).amounts == pair(45, 50));
    CHECK(held(said, other).taken_over == std::vector{gone});
    CHECK(said.left_out.empty());
    // Somebody who took nothing over, or something else, is nobody.
    CHECK(held_with({{gone, gone_too, on(8, 1)}}, split).left_out.size() == 1);
    CHECK(held_with({{gone_too, other, on(8, 1)}}, split).left_out.size() == 1);
}

TEST_CASE("who took over whoever was said to go on with numbers goes on with them")
{
    const Succession later{{{gone, heir, 6000, on(7, 1)},
                            {gone, gone_too, 4000, on(7, 1)},
                            {gone_too, other, organisation::whole_share, on(9, 1)}}};
    const std::vector<StatedAmounts> stated{{gone, pair(45, 50), on(5, 31)}};
    const std::vector<StatedHeir> named{{gone, gone_too, on(8, 1)}};
    const auto holding = held_by(share(), asked_after_july(), later, stated, named);
    CHECK(held(holding, other).taken_over == std::vector{gone});
    CHECK(held(holding, heir).lacking.empty());
    CHECK(holding.left_out.empty());
    // It has told the number of its own day since.
    const std::vector<StatedAmounts> own{{gone, pair(45, 50), on(5, 31)},
                                         {other, pair(60, 80), on(9, 30)}};
    const auto told = held_by(share(), asked_after_july(), later, own, named);
    CHECK(held(told, other).amounts == pair(60, 80));
    CHECK(held(told, other).taken_over.empty());
}

TEST_CASE("answers are all so or not; who is merely asked no longer passes nothing on")
{
    const Measure condition{.is_condition = true};
    const std::vector<StatedAmounts> stated{{heir, {.is_so = true}, on(6, 30)},
                                            {gone, {.is_so = false}, on(5, 31)}};
    const auto both = held_by(condition, asked_after_july(), merged_in_july(), stated);
    CHECK(held(both, heir).amounts == Amounts{.is_so = false});
    const auto apart = held_by(condition, asked_after_july(), Succession{}, stated);
    CHECK(held(apart, heir).amounts == Amounts{.is_so = true});
    CHECK(held(apart, heir).lacking.empty());
}

}  // namespace caicach::obligation
