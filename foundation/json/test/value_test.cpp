#include "json/value.hpp"

#include <doctest/doctest.h>

#include <limits>

namespace json = caicach::json;
using caicach::Failure;
using json::Value;

TEST_CASE("an object keeps the order in which its members were set")
{
    Value value;
    value.set("b", 1).set("a", "hai").set("b", true);
    CHECK(json::dump(value) == R"({"b":true,"a":"hai"})");
}

TEST_CASE("every kind of value is written and read back the same")
{
    Value value;
    value.set("null", nullptr).set("whole", std::int64_t{9007199254740993}).set("part", 2.5);
    value.set("text", "dòng \"một\"\n\t\\ \x01 đ").set("list", json::Array{1, false, "x"});
    value.set("empty", Value::array()).set("none", Value::object());
    for (const bool pretty : {false, true}) {
        const auto again = json::parse(json::dump(value, pretty));
        REQUIRE(again.has_value());
        CHECK(*again == value);
    }
}

TEST_CASE("a copy is as deep as its original and lives without it")
{
    Value original;
    original.set("list", json::Array{1, Value::object().set("a", 2.5), nullptr, "x", true});
    auto copy = original;
    const auto text = json::dump(original);
    original.set("list", 1);
    CHECK(json::dump(copy) == text);
    const auto& same = copy;
    copy = same;
    CHECK(json::dump(copy) == text);
    copy = original;
    CHECK(copy == original);
}

TEST_CASE("the pretty form breaks lines and indents by two blanks")
{
    Value value;
    value.set("a", json::Array{1, 2}).set("b", Value::object());
    CHECK(json::dump(value, true) == "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {}\n}");
}

TEST_CASE("what is no JSON is refused and the place is named")
{
    for (const auto* text : {"", "{", "[1,]", "{\"a\":1}}", "nul", "{'a':1}", "01", "\"\\x\""}) {
        const auto value = json::parse(text);
        REQUIRE_FALSE(value.has_value());
        CHECK(value.error().key == "json.malformed");
        CHECK(value.error().arguments.size() == 1);
    }
}

TEST_CASE("a text that is too long or too deep is refused")
{
    CHECK(json::parse("[1,2,3]", {.bytes = 3}).error().kind == Failure::too_large);
    CHECK(json::parse("[[[[1]]]]", {.depth = 3}).error().kind == Failure::invalid);
    CHECK(json::parse(std::string(100'000, '[')).error().kind == Failure::invalid);
}

TEST_CASE("asking for another kind answers the fallback")
{
    const Value value{"năm"};
    CHECK(value.as_integer(7) == 7);
    CHECK(value["missing"].is_null());
    CHECK(value.elements().empty());
    CHECK(Value{3}.as_number() == doctest::Approx(3));
    CHECK(json::dump(Value{std::numeric_limits<double>::infinity()}) == "null");
}
