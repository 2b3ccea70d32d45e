#include "report/aggregate/total.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <vector>

#include "report/aggregate/rollup.hpp"

namespace caicach::report
{
namespace
{

constexpr auto one = ten_thousandths_of_one;

Indicator indicator(Adding adding) { return {.key = "so", .text = "Số", .adding = adding}; }

Amount pair(std::int64_t above, std::int64_t below)
{
    return {.numerator = above, .denominator = below};
}

}  // namespace

TEST_CASE("a ratio adds its halves, never its percentages, and stands apart without its whole")
{
    const auto ratio = indicator(Adding::ratio);
    // 1 of 2 and 90 of 100: 91 of 102, where the mean of percentages would be 70 %.
    const std::vector<Amount> parts{*part_of(ratio, pair(1 * one, 2 * one), {}),
                                    *part_of(ratio, pair(90 * one, 100 * one), {})};
    CHECK(*total_of(Adding::ratio, parts).amount == pair(91 * one, 102 * one));
    CHECK_FALSE(part_of(ratio, {.numerator = 85 * one}, {}));
}

TEST_CASE("a mean is weighed, and adds up again with others, to the last unit")
{
    const auto mean = indicator(Adding::weighted_mean);
    CHECK_FALSE(part_of(mean, {.numerator = 80 * one}, {}));
    const auto few = *part_of(mean, {.numerator = 80 * one}, 100 * one);
    const auto many = *part_of(mean, {.numerator = 90 * one}, 300 * one);
    const std::vector<Amount> both{few, many};
    const auto total = *total_of(Adding::weighted_mean, both).amount;
    CHECK(total == pair(35'000 * one, 400 * one));
    CHECK(number_of(mean, total) == 875'000);
    // What was added up before comes with both halves: its weight is known already.
    CHECK(*part_of(mean, total, 7 * one) == total);
    // A weight that is no whole number: rounded once, and never again.
    CHECK(part_of(mean, {.numerator = 3}, 5'000)->numerator == 2);
    CHECK(number_of(mean, pair(5, 0)) == 5);
}

TEST_CASE("who says yes is counted over who was asked; the largest is one of those sent")
{
    const auto yes = indicator(Adding::count_of_yes);
    const std::vector<Amount> answers{*part_of(yes, {.numerator = one}, {}),
                                      *part_of(yes, {.numerator = 0}, {}),
                                      *part_of(yes, {.numerator = 3 * one}, {})};
    const auto total = *total_of(Adding::count_of_yes, answers).amount;
    CHECK(total == pair(2 * one, 3 * one));
    CHECK(*part_of(yes, total, {}) == total);
    const std::vector<Amount> sent{{.numerator = -5}, {.numerator = -2}, {.numerator = -9}};
    CHECK(total_of(Adding::maximum, sent).amount->numerator == -2);
    CHECK_FALSE(part_of(indicator(Adding::none), {.numerator = one}, {}));
    CHECK_FALSE(total_of(Adding::sum, {}).amount);
}

TEST_CASE("what cannot be kept exactly is said to be too large, in whatever order it comes")
{
    std::vector<Amount> parts{{.numerator = INT64_MAX}, {.numerator = 1}};
    CHECK(total_of(Adding::sum, parts).is_too_large);
    CHECK_FALSE(total_of(Adding::sum, parts).amount);
    parts.push_back({.numerator = -1});
    CHECK(total_of(Adding::sum, parts).amount->numerator == INT64_MAX);
    CHECK_FALSE(part_of(indicator(Adding::weighted_mean), {.numerator = INT64_MAX}, INT64_MAX));
}

TEST_CASE("the order of reporters never matters, and groups of them make the same total")
{
    std::mt19937_64 random{20261123};
    std::uniform_int_distribution<std::int64_t> any{-1'000'000'000'000, 1'000'000'000'000};
    for (const auto adding : {Adding::sum, Adding::ratio, Adding::weighted_mean, Adding::maximum,
                              Adding::count_of_yes}) {
        std::vector<Amount> parts(30);
        for (auto& part : parts) {
            part.numerator = any(random);
            if (adding != Adding::sum && adding != Adding::maximum) part.denominator = any(random);
        }
        const auto whole = total_of(adding, parts);
        REQUIRE(whole.amount);
        for (int round = 0; round < 20; ++round) {
            std::ranges::shuffle(parts, random);
            CHECK(total_of(adding, parts) == whole);
            const auto cut = parts.begin() + 1 + static_cast<std::ptrdiff_t>(random() % 28);
            const std::vector<Amount> groups{
                *total_of(adding, std::vector<Amount>(parts.begin(), cut)).amount,
                *total_of(adding, std::vector<Amount>(cut, parts.end())).amount};
            CHECK(*total_of(adding, groups).amount == *whole.amount);
        }
    }
}

TEST_CASE("by those who answer today the total is that of then, to the last unit")
{
    using organisation::AgencyId;
    using organisation::Passage;
    const auto day = *Date::create(2026, 9, 14);
    const auto later = *Date::create(2027, 1, 1);
    // 1 is divided in three, 2 goes into 4, 4 is divided again a year later.
    const organisation::Succession succession{
        {{.from = AgencyId{1}, .to = AgencyId{1}, .share = 3'333, .day = later},
         {.from = AgencyId{1}, .to = AgencyId{5}, .share = 3'333, .day = later},
         {.from = AgencyId{1}, .to = AgencyId{6}, .share = 3'334, .day = later},
         {.from = AgencyId{2}, .to = AgencyId{4}, .day = later},
         {.from = AgencyId{4}, .to = AgencyId{4}, .share = 4'999, .day = later.plus_days(365)},
         {.from = AgencyId{4}, .to = AgencyId{5}, .share = 5'001, .day = later.plus_days(365)}}};
    const auto today = later.plus_days(400);
    std::mt19937_64 random{7};
    std::uniform_int_distribution<std::int64_t> any{-99'999, 99'999};
    const auto amounts_of = [](const std::vector<AgencyPart>& parts) {
        std::vector<Amount> amounts;
        for (const auto& part : parts) amounts.push_back(part.amount);
        return amounts;
    };
    for (const auto adding :
         {Adding::sum, Adding::ratio, Adding::weighted_mean, Adding::count_of_yes}) {
        for (int round = 0; round < 50; ++round) {
            std::vector<AgencyPart> parts;
            for (int agency = 1; agency <= 4; ++agency) {
                AgencyPart part{.agency = AgencyId{agency}, .amount = {.numerator = any(random)}};
                if (adding != Adding::sum) part.amount.denominator = any(random);
                parts.push_back(part);
            }
            const auto now = passed_on(adding, parts, succession, day, today);
            CHECK(total_of(adding, amounts_of(now)).amount ==
                  total_of(adding, amounts_of(parts)).amount);
            CHECK(passed_on(adding, parts, succession, day, day) == parts);
        }
    }
    const std::vector<AgencyPart> sent{{AgencyId{1}, {.numerator = 8}},
                                       {AgencyId{2}, {.numerator = 5}}};
    const auto largest = passed_on(Adding::maximum, sent, succession, day, today);
    CHECK(total_of(Adding::maximum, amounts_of(largest)).amount->numerator == 8);
    CHECK(largest.size() == 4);
}

}  // namespace caicach::report
