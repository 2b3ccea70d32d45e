#include "json/canonical.hpp"

#include <doctest/doctest.h>

#include <string>

namespace json = caicach::json;
using caicach::Failure;
using json::Value;

namespace
{

std::string canonical_of(std::string_view text)
{
    const auto value = MUST(json::parse(text));
    return MUST(json::canonical(value));
}

void check_refused(const Value& value, std::string_view what)
{
    const auto text = json::canonical(value);
    REQUIRE_FALSE(text.has_value());
    CHECK(text.error().kind == Failure::invalid);
    CHECK(text.error().key == "json.not_canonical");
    REQUIRE(text.error().arguments.size() == 1);
    CHECK(text.error().arguments.front() == what);
}

}  // namespace

TEST_CASE(
    "canonical text is that of RFC 8785, section 3.2.2, without its numbers that are not whole")
{
    CHECK(canonical_of(R"({
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    })") ==
          "{\"literals\":[null,true,false],\"string\":\"\xE2\x82\xAC$\\u000f\\nA'B\\\"\\\\\\\\\\\"/"
          "\"}");
}

TEST_CASE("canonical text escapes each control character as RFC 8785, section 3.2.2.2, says")
{
    CHECK(canonical_of(R"("\u0008\u0009\u000a\u000c\u000d\u001f\u007f\u00f6 đ")") ==
          "\"\\b\\t\\n\\f\\r\\u001f\x7F\xC3\xB6 đ\"");
}

TEST_CASE("canonical text puts members in the order of their names, at every depth")
{
    CHECK(canonical_of(
              R"({"b":{"z":1,"A":2,"_":3,"a1":4,"a":5},"a":[{"y":1,"x":2}],"1":{},"":[]})") ==
          R"({"":[],"1":{},"a":[{"x":2,"y":1}],"b":{"A":2,"_":3,"a":5,"a1":4,"z":1}})");
}

TEST_CASE("canonical text is the same whatever order and blanks the value came in")
{
    CHECK(canonical_of(R"( { "hai" : 2 , "mot" : [ 1 , -0 ] } )") ==
          canonical_of(R"({"mot":[1,0],"hai":2})"));
    const auto text = canonical_of(R"({"b":"é","a":[true,{"d":null,"c":-12}]})");
    CHECK(canonical_of(text) == text);
}

TEST_CASE("canonical text holds whole numbers as far as every reader takes them exactly")
{
    CHECK(canonical_of("[9007199254740992,-9007199254740992,0]") ==
          "[9007199254740992,-9007199254740992,0]");
    check_refused(std::int64_t{9007199254740993}, "9007199254740993");
    check_refused(std::int64_t{-9007199254740993}, "-9007199254740993");
}

TEST_CASE("canonical text refuses what two programs could write in two ways")
{
    check_refused(Value::object().set("a", json::Array{1, 0.5}), "0.5");
    check_refused(1.0, "1");
    check_refused(Value::object().set("số", 1), "số");
    check_refused(json::Object{{"a", 1}, {"b", 2}, {"a", 3}}, "a");
    check_refused(json::Array{"x", "\xC3"}, "UTF-8");
    check_refused(json::Array{"\xED\xA0\x80"}, "UTF-8");
}
