#include "base/rate.hpp"

#include <doctest/doctest.h>

namespace caicach
{

TEST_CASE("rates are read as an operator writes them")
{
    CHECK(parse_rates("300/5m") == std::vector<Rate>{{300, 300}});
    CHECK(parse_rates("300/5m 50/10s") == std::vector<Rate>{{300, 300}, {50, 10}});
    CHECK(parse_rates("10/1h") == std::vector<Rate>{{10, 3600}});
    CHECK(parse_rates("off") == std::vector<Rate>{});
}

TEST_CASE("what is no rate, or beyond its bounds, is none")
{
    for (const auto* text :
         {"", " ", "300", "300/5", "300/m", "/5m", "300/5d", "-1/5m", "0/5m", "5/0s", "x/5m",
          "300/5m,50/10s", "1/1s 2/2s 3/3s", "1000001/1s", "1/25h", "300 /5m", "off 1/1s"}) {
        CAPTURE(text);
        CHECK(!parse_rates(text));
    }
}

}  // namespace caicach
