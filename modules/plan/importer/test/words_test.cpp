#include "plan/importer/words.hpp"

#include <doctest/doctest.h>

using namespace caicach::plan;

TEST_CASE("words are folded but answer places in the original")
{
    const Words words{"Sở Nội vụ – “Đắk Nông”"};
    REQUIRE(words.size() == 8);
    CHECK(words[0].folded == "so");
    CHECK(words[3].folded == "-");
    CHECK(words[4].folded == "\"");
    CHECK(words.slice(0, 3) == "Sở Nội vụ");
    CHECK(words.slice(5, 7) == "Đắk Nông");
    CHECK(words[5].capital);
    CHECK_FALSE(words[2].capital);
}

TEST_CASE("a phrase matches word by word and answers its end")
{
    const Words words{"Cơ quan chủ trì: Sở"};
    CHECK(words.match(0, "co quan chu tri") == 4);
    CHECK(words.match(0, "co quan phoi hop") == 0);
    CHECK(words.match(4, ": so so") == 0);
}

TEST_CASE("a table that skips marks finds a phrase with or without commas")
{
    PhraseTable<int> table{true};
    table.add("sở, ban, ngành", 1);
    table.add("sở", 2);
    for (const auto* text : {"các sở, ban, ngành", "các sở ban ngành", "các sở, ban ngành"}) {
        const auto hit = table.find(Words{text}, 1);
        REQUIRE(hit);
        CHECK(*hit->value == 1);
    }
    CHECK_FALSE(table.find(Words{"các sở; ban"}, 2));
}

TEST_CASE("numbers are read as Vietnamese writes them")
{
    CHECK(number_at(Words{"02"}, 0)->value == 2);
    CHECK(number_at(Words{"2,5%"}, 0)->value == doctest::Approx(2.5));
    CHECK(number_at(Words{"1.234,5"}, 0)->value == doctest::Approx(1234.5));
    CHECK(number_at(Words{"hai lần"}, 0)->value == 2);
    CHECK_FALSE(number_at(Words{"năm 2024"}, 0));
    CHECK(number_at(Words{"5, 6"}, 0)->end == 1);
}

TEST_CASE("Roman numerals up to thirty-nine are read, other words are not")
{
    CHECK(roman_value("IV") == 4);
    CHECK(roman_value("XII") == 12);
    CHECK_FALSE(roman_value("A"));
    CHECK_FALSE(roman_value(""));
}
