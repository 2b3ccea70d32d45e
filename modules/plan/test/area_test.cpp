#include "plan/area.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "json/value.hpp"
#include "plan/schemas.hpp"

namespace caicach::plan
{

TEST_CASE("the API is described with the fields of reform that the data has")
{
    const auto schema = MUST(json::parse(schemas::Item));
    std::vector<std::string> described;
    for (const auto& key : schema["properties"]["area"]["enum"].elements()) {
        described.emplace_back(key.as_string());
    }
    std::vector<std::string> known;
    for (const auto& area : areas()) known.emplace_back(area.key);
    CHECK(known == described);
    CHECK(known.size() == 7);
}

TEST_CASE("a field of reform has a text, an unknown one its key")
{
    CHECK(area_label("procedures") == "Cải cách thủ tục hành chính");
    CHECK(area_label("later") == "later");
    CHECK(area_label("").empty());
}

}  // namespace caicach::plan
