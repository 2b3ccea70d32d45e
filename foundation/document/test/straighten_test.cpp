#include "document/straighten.hpp"

#include <doctest/doctest.h>

namespace caicach::document
{

namespace
{

constexpr int width = 600;
constexpr int height = 800;

// Lines of "letters": blocks of ink with spaces between them.
Raster written_page()
{
    auto page = Raster::white(width, height);
    for (int y = 60; y < height - 60; ++y) {
        if (y / 12 % 2 != 0) continue;
        for (int x = 50; x < width - 50; ++x) {
            if (x / 9 % 4 != 0) page.set_grey(x, y, 0);
        }
    }
    return page;
}

}  // namespace

TEST_CASE("the skew of a page is found to a quarter of a degree, in both directions")
{
    const auto page = written_page();
    CHECK(skew_of(page) == doctest::Approx(0).epsilon(0.01));
    for (const double degrees : {-3.0, -1.5, 2.0, 3.5}) {
        const auto askew = straightened(page, -degrees);
        const auto found = skew_of(askew);
        CHECK(found > degrees - 0.25);
        CHECK(found < degrees + 0.25);
        CHECK(skew_of(straightened(askew, found)) == doctest::Approx(0).epsilon(0.01));
    }
}

TEST_CASE("a page without lines has no skew")
{
    CHECK(skew_of(Raster::white(width, height)) == 0);
    CHECK(skew_of(Raster::white(1, 1)) == 0);
}

TEST_CASE("four quarters bring a page back to where it was")
{
    const auto page = written_page();
    auto back = page;
    for (int i = 0; i < 4; ++i) back = turned(back, 1);
    CHECK(back.pgm() == page.pgm());
    CHECK(turned(turned(page, 3), 1).pgm() == page.pgm());
    CHECK(turned(turned(page, 2), 2).pgm() == page.pgm());
    CHECK(turned(page, 1).width() == height);
}

}  // namespace caicach::document
