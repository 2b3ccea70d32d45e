#include "evidence/fact_rules.hpp"

#include <doctest/doctest.h>

#include <string>

namespace caicach::evidence
{
namespace
{

const Date today = *Date::create(2026, 3, 15);

Fact article()
{
    return {.kind = {.key = "test.article", .text = "Tin, bài", .unit = "tin, bài"},
            .agency = {7},
            .happened_on = today,
            .title = "Ba cách nộp hồ sơ"};
}

std::string refusal_of(const Fact& fact)
{
    const auto checked = check_fact(fact, today);
    return checked ? "" : checked.error().key;
}

}  // namespace

TEST_CASE("a whole fact is fit for the ledger")
{
    auto fact = article();
    CHECK(refusal_of(fact).empty());
    fact.link = "https://songlam.example/bai-viet";
    fact.file_sha256 = std::string(64, 'a');
    fact.quantity = 0;
    CHECK(refusal_of(fact).empty());
}

TEST_CASE("what has not happened yet is no fact")
{
    auto fact = article();
    fact.happened_on = today.plus_days(1);
    CHECK(refusal_of(fact) == "evidence.fact.in_future");
}

TEST_CASE("a fact says of what kind it is, whose, how many and what")
{
    auto fact = article();
    fact.kind = {};
    CHECK(refusal_of(fact) == "evidence.fact.kind_missing");
    fact = article();
    fact.agency = {};
    CHECK(refusal_of(fact) == "evidence.fact.agency_missing");
    fact = article();
    fact.quantity = -1;
    CHECK(refusal_of(fact) == "evidence.fact.quantity_negative");
    fact = article();
    fact.title = " ";
    CHECK(refusal_of(fact) == "evidence.fact.title_missing");
    fact.title = "Báo cáo số 12 (Mật)";
    CHECK(refusal_of(fact) == "evidence.fact.secret");
    fact.title = std::string(501, 'x');
    CHECK(refusal_of(fact) == "evidence.fact.title_too_long");
}

TEST_CASE("only web addresses are links")
{
    CHECK(is_web_address("http://songlam.example"));
    CHECK(!is_web_address("javascript:alert(1)"));
    CHECK(!is_web_address("https://"));
    CHECK(!is_web_address("https:///etc"));
    CHECK(!is_web_address("https://song lam"));
    CHECK(!is_web_address("https://a\nb"));
    CHECK(!is_web_address("https://" + std::string(2000, 'a')));
    auto fact = article();
    fact.link = "ftp://songlam.example";
    CHECK(refusal_of(fact) == "evidence.fact.link_malformed");
}

TEST_CASE("a hash is 64 small hexadecimal digits")
{
    CHECK(is_sha256(std::string(64, '0')));
    CHECK(!is_sha256(std::string(63, '0')));
    CHECK(!is_sha256(std::string(64, 'A')));
    auto fact = article();
    fact.file_sha256 = "abc";
    CHECK(refusal_of(fact) == "evidence.fact.hash_malformed");
}

TEST_CASE("kinds of facts are found by key and never mean two things")
{
    FactKinds kinds;
    const FactKind article_kind{.key = "b.article", .text = "Tin, bài", .unit = "bài"};
    MUST(kinds.add(article_kind));
    MUST(kinds.add({.key = "a.talk", .text = "Tọa đàm", .unit = "cuộc"}));
    MUST(kinds.add(article_kind));
    CHECK(kinds.all().size() == 2);
    CHECK(kinds.all().front().key == "a.talk");
    REQUIRE(kinds.find("b.article"));
    CHECK(kinds.find("b.article")->unit == "bài");
    CHECK(!kinds.find("c.none"));
    const auto refused = kinds.add({.key = "b.article", .text = "Tin, bài", .unit = "tin"});
    REQUIRE(!refused);
    CHECK(refused.error().key == "evidence.kind.declared_twice");
}

}  // namespace caicach::evidence
