#include "organisation/succession.hpp"

#include <doctest/doctest.h>

#include <numeric>

namespace caicach::organisation
{
namespace
{

Date day(int year, int month, int number) { return *Date::create(year, month, number); }

constexpr AgencyId planning{1};
constexpr AgencyId finance{2};
constexpr AgencyId media{3};
constexpr AgencyId science{4};
constexpr AgencyId culture{5};
constexpr AgencyId tourism{6};

const Date reform = day(2025, 3, 1);
const Date before = day(2024, 11, 20);
const Date after = day(2025, 9, 1);

std::int64_t sum_of(const std::vector<Total>& totals)
{
    return std::accumulate(totals.begin(), totals.end(), std::int64_t{},
                           [](std::int64_t sum, const Total& total) { return sum + total.amount; });
}

using Totals = std::vector<Total>;
using Heirs = std::vector<Heir>;

}  // namespace

TEST_CASE("figures of a merged agency are its own as then, its successor's as now")
{
    const Succession succession({{planning, finance, whole_share, reform}});
    const std::vector<Figure> figures{
        {planning, before, 7}, {finance, before, 5}, {finance, after, 4}};
    CHECK(as_then(figures) == Totals{{planning, 7}, {finance, 9}});
    CHECK(succession.as_of(after, figures) == Totals{{finance, 16}});
    CHECK(succession.as_of(day(2025, 2, 28), figures) == Totals{{planning, 7}, {finance, 9}});
}

TEST_CASE("what an agency did after a transfer is not divided, what it did before is")
{
    const Succession succession({{media, media, 4'000, reform}, {media, science, 6'000, reform}});
    const std::vector<Figure> figures{{media, before, 10}, {media, reform, 10}};
    CHECK(succession.as_of(after, figures) == Totals{{media, 14}, {science, 6}});
}

TEST_CASE("shares leave no unit over and make none")
{
    const Succession succession({{media, science, 3'333, reform},
                                 {media, culture, 3'333, reform},
                                 {media, tourism, 3'334, reform}});
    for (const std::int64_t amount : {0LL, 1LL, 2LL, 100LL, -7LL, 999'999'999'999'999LL}) {
        CAPTURE(amount);
        const Figure figure{media, before, amount};
        CHECK(sum_of(succession.as_of(after, {&figure, 1})) == amount);
    }
    const Figure two{media, before, 2};
    CHECK(succession.as_of(after, {&two, 1}) == Totals{{science, 1}, {culture, 0}, {tourism, 1}});
}

TEST_CASE("passages of one day happen at once, those of later days one after the other")
{
    const Succession at_once({{media, science, whole_share, reform},
                              {science, science, 5'000, reform},
                              {science, culture, 5'000, reform}});
    const std::vector<Figure> figures{{media, before, 8}, {science, before, 4}};
    CHECK(at_once.as_of(after, figures) == Totals{{science, 10}, {culture, 2}});

    const Succession in_turn(
        {{media, science, whole_share, reform}, {science, culture, whole_share, day(2025, 7, 1)}});
    CHECK(in_turn.as_of(after, figures) == Totals{{culture, 12}});
    CHECK(in_turn.as_of(day(2025, 6, 30), figures) == Totals{{science, 12}});
}

TEST_CASE("a figure dated after its agency's end is not left behind")
{
    const Succession succession({{planning, finance, whole_share, reform}});
    const Figure late{planning, after, 3};
    CHECK(succession.as_of(after, {&late, 1}) == Totals{{finance, 3}});
}

TEST_CASE("heirs: several with their shares, itself where nobody took over")
{
    const Succession succession({{media, science, 7'000, reform}, {media, culture, 3'000, reform}});
    CHECK(succession.heirs(media, before, after) == Heirs{{science, 7'000}, {culture, 3'000}});
    CHECK(succession.heirs(media, before, before) == Heirs{{media, whole_share}});
    CHECK(succession.heirs(finance, before, after) == Heirs{{finance, whole_share}});
}

}  // namespace caicach::organisation
