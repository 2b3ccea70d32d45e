#include "text/collate.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

namespace caicach::text
{

TEST_CASE("names stand in the order of a Vietnamese dictionary")
{
    const std::vector<std::string> expected{"An", "Ăn",  "Ân",  "Da", "Đa",  "Em",
                                            "Êm", "la",  "là",  "lả", "lã",  "lá",
                                            "lạ", "Ong", "Ông", "Ơn", "Ung", "Ưng"};
    auto by_compare = expected;
    std::reverse(by_compare.begin(), by_compare.end());
    auto by_key = by_compare;
    std::sort(by_compare.begin(), by_compare.end(),
              [](const auto& a, const auto& b) { return collate(a, b) < 0; });
    std::sort(by_key.begin(), by_key.end(),
              [](const auto& a, const auto& b) { return collation_key(a) < collation_key(b); });
    CHECK(by_compare == expected);
    CHECK(by_key == expected);
    CHECK(collate("Sở", "Sở") == 0);
}

TEST_CASE("a long name has a whole key")
{
    const std::string name(5000, 'a');
    CHECK(collation_key(name + "b") > collation_key(name));
}

}  // namespace caicach::text
