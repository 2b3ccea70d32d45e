#include "report/form/expression.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <map>

namespace caicach::report
{
namespace
{

constexpr std::int64_t one = 10'000;

/// Of what stands in the map; nothing for what does not.
std::optional<bool> kept(std::string_view left, Comparison comparison, std::string_view right,
                         const std::map<std::string, std::int64_t, std::less<>>& values)
{
    const auto left_side = MUST(parse_expression(left));
    const auto right_side = MUST(parse_expression(right));
    return is_kept(left_side, comparison, right_side,
                   [&](std::string_view key) -> std::optional<std::int64_t> {
                       const auto found = values.find(key);
                       if (found == values.end()) return {};
                       return found->second;
                   });
}

}  // namespace

TEST_CASE("a side of a rule is read as terms, with blanks or without")
{
    const Expression wanted{{one, "tthc.dung_han"}, {-5'000, "tthc.tong"}, {10 * one, ""}};
    CHECK(parse_expression("tthc.dung_han - 0,5 * tthc.tong + 10") == wanted);
    CHECK(parse_expression(" tthc.dung_han-tthc.tong*0,5+10 ") == wanted);
    CHECK(parse_expression("-a") == Expression{{-one, "a"}});
    CHECK(parse_expression("1.000") == Expression{{1000 * one, ""}});
}

TEST_CASE("what is no side of a rule is refused with its place")
{
    const std::map<std::string_view, std::string_view> wrong{
        {"", "1"},       {"a +", "4"},     {"a b", "3"},  {"a * b", "5"},   {"a / 2", "3"},
        {"2 * 3", "5"},  {"(a)", "1"},     {"A", "1"},    {"a + + b", "5"}, {"a..b", "1"},
        {"a - -b", "5"}, {"1,23456", "1"}, {"a\tb", "2"}, {"số", "2"},      {"1.2", "1"},
    };
    for (const auto& [text, place] : wrong) {
        CAPTURE(text);
        const auto expression = parse_expression(text);
        REQUIRE_FALSE(expression);
        CHECK(expression.error().key == "report.form.expression");
        CHECK(expression.error().arguments == std::vector<std::string>{std::string{place}});
    }
    std::string many = "a";
    for (int i = 0; i < 100; ++i) many += "+a";
    CHECK_FALSE(parse_expression(many));
}

TEST_CASE("a side of a rule is written so that it reads as the same")
{
    for (const auto* text : {"a", "- a + b", "0,5 * a - 10 + 1.234,5678 * b.c"}) {
        const auto expression = MUST(parse_expression(text));
        CHECK(parse_expression(text_of(expression)) == expression);
    }
    CHECK(text_of({{-5'000, "a"}, {one, "b"}, {-one, "c"}}) == "- 0,5 * a + b - c");
}

TEST_CASE("a rule is kept or broken exactly, also at the last digit")
{
    const std::map<std::string, std::int64_t, std::less<>> values{
        {"dung", 85 * one}, {"qua", 15 * one}, {"tong", 100 * one}, {"le", 1}};
    CHECK(kept("dung + qua", Comparison::equal, "tong", values) == true);
    CHECK(kept("dung + qua + le", Comparison::equal, "tong", values) == false);
    CHECK(kept("dung + qua + le", Comparison::not_more, "tong", values) == false);
    CHECK(kept("dung + qua - le", Comparison::not_more, "tong", values) == true);
    CHECK(kept("dung", Comparison::not_less, "0,85 * tong", values) == true);
    CHECK(kept("dung - 0,0001", Comparison::not_less, "0,85 * tong", values) == false);
    CHECK(kept("0,0001 * le", Comparison::equal, "0", values) == false);
}

TEST_CASE("a rule about a number that nobody gave is neither kept nor broken")
{
    CHECK_FALSE(kept("co + khong_co", Comparison::equal, "1", {{"co", one}}));
    CHECK_FALSE(kept("1", Comparison::equal, "khong_co", {}));
}

TEST_CASE("a rule whose sums are too large is broken, never wrapped around")
{
    const std::map<std::string, std::int64_t, std::less<>> values{
        {"a", std::numeric_limits<std::int64_t>::max()}};
    std::string huge = "922.337.203.685.477 * a";
    for (int i = 0; i < 9; ++i) huge += " + 922.337.203.685.477 * a";
    CHECK(kept(huge, Comparison::not_less, "0", values) == false);
    CHECK(kept("922.337.203.685.477 * a", Comparison::not_less, "0", values) == true);
}

}  // namespace caicach::report
