#include "obligation/reference_files.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "base/process.hpp"
#include "obligation/budget/norm.hpp"
#include "obligation/reminder/reminder_rule.hpp"

namespace caicach::obligation
{

TEST_CASE("a province's own rules and norms are those that reminders and estimates read")
{
    const auto day = *Date::create(2026, 3, 15);
    const auto rules_before = MUST(reminder_rules_on(day)).size();
    const auto norms_before = MUST(norms_on(day)).size();
    const auto folder = MUST(TemporaryDirectory::create());
    std::ofstream(folder.path() + "/reminder_rules.csv", std::ios::binary)
        << "key;valid_from;valid_to;days;unit;audience;channels;title;source\n"
           "own;2020-01-01;;-3;working;head;email;Còn 3 ngày;Quy chế của tỉnh\n";
    std::ofstream(folder.path() + "/budget_norms.csv", std::ios::binary)
        << "key;valid_from;valid_to;title;unit;ceiling;source\n"
           "hall;2025-01-01;;Thuê hội trường;buổi;3000000;NQ 12/2025/NQ-HĐND\n"
           "old;2020-01-01;2024-12-31;Thuê hội trường;buổi;2000000;NQ 5/2019/NQ-HĐND\n";
    CHECK(text::use_own_references(folder.path(), reference_files()).faults.empty());
    const auto rules = MUST(reminder_rules_on(day));
    const auto norms = MUST(norms_on(day));
    CHECK(text::use_own_references("", reference_files()).faults.empty());
    REQUIRE(rules.size() == 1);
    CHECK(rules.front().title == "Còn 3 ngày");
    CHECK(rules.front().audience == Audience::head);
    REQUIRE(norms.size() == 1);
    CHECK(norms.front().ceiling == 3'000'000);
    CHECK(MUST(reminder_rules_on(day)).size() == rules_before);
    CHECK(MUST(norms_on(day)).size() == norms_before);
}

}  // namespace caicach::obligation
