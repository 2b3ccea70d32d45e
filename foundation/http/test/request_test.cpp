#include "http/request.hpp"

#include <doctest/doctest.h>

#include "base/id.hpp"
#include "http/csrf.hpp"
#include "http/form.hpp"

using namespace caicach;
using namespace caicach::http;

namespace
{

struct PlanTag;
using PlanId = Id<PlanTag>;

Request posted(std::vector<Field> form)
{
    RequestParts parts;
    parts.method = Method::post;
    parts.form = std::move(form);
    parts.target = "/x?ten=query";
    return MUST(Request::create(std::move(parts)));
}

template <class Type>
std::string key_of(const Result<Type>& result)
{
    return result ? "" : result.error().key;
}

}  // namespace

TEST_CASE("a field is cleaned before anybody sees it")
{
    const auto request = posted({{"ten", "  Nguye\xCC\x82\xCC\x83n\t\x01 A\r\n"},
                                 {"noi_dung", " dòng 1\r\n\r\ndòng 2 \n"}});
    CHECK(MUST(request.text("ten")) == "Nguyễn A");
    CHECK(MUST(request.paragraphs("noi_dung")) == "dòng 1\n\ndòng 2");
}

TEST_CASE("what is missing, too long or no number names its field")
{
    const auto request = posted({{"rong", "  "}, {"dai", "ấấấ"}, {"so", "1.200"}, {"chu", "12a"}});
    CHECK(key_of(request.text("khong_co")) == "http.field.missing");
    CHECK(key_of(request.text("rong")) == "http.field.missing");
    CHECK(request.text("rong").error().field == "rong");
    CHECK(MUST(request.maybe_text("rong")) == std::nullopt);
    CHECK(MUST(request.text("dai", 3)) == "ấấấ");
    CHECK(key_of(request.text("dai", 2)) == "http.field.too_long");
    CHECK(MUST(request.integer("so")) == 1200);
    CHECK(key_of(request.integer("chu")) == "http.field.not_a_number");
    CHECK(key_of(request.integer("so", {.lowest = 1, .highest = 1000})) == "http.field.too_high");
    CHECK(key_of(request.integer("so", {.lowest = 1201})) == "http.field.too_low");
    CHECK(key_of(posted({{"x", std::string(1 << 20, 'a')}}).text("x")) == "http.field.too_long");
}

TEST_CASE("a date comes from a date control or from a person")
{
    const auto request = posted({{"a", "2024-09-30"}, {"b", "30/9/2024"}, {"c", "31/9/2024"}});
    CHECK(MUST(request.date("a")) == MUST(request.date("b")));
    CHECK(key_of(request.date("c")) == "http.field.not_a_date");
    CHECK(MUST(request.maybe_date("d")) == std::nullopt);
}

TEST_CASE("a form is asked on POST, the query on GET, never both")
{
    const auto request = posted({{"muc", "1"}, {"muc", ""}, {"muc", "2"}});
    CHECK_FALSE(request.has("ten"));
    CHECK(request.query("ten") == "query");
    CHECK(MUST(request.texts("muc")) == std::vector<std::string>{"1", "2"});
    RequestParts parts;
    parts.target = "/x?trang=2";
    const auto asked = MUST(Request::create(std::move(parts)));
    CHECK(MUST(asked.integer("trang")) == 2);
}

TEST_CASE("a part of the path that is no id names no page")
{
    auto request = posted({});
    request.set_path_parameters({{"plan", "42"}, {"xau", "4x"}, {"am", "-1"}, {"slug", "a-b"}});
    CHECK(MUST(request.path<PlanId>("plan")) == PlanId{42});
    CHECK(MUST(request.path<std::string>("slug")) == "a-b");
    CHECK(request.path<PlanId>("xau").error().kind == Failure::not_found);
    CHECK(request.path<PlanId>("am").error().kind == Failure::not_found);
    request.set_path_parameters({{"nho", "300"}});
    CHECK(request.path<std::uint8_t>("nho").error().kind == Failure::not_found);
}

TEST_CASE("cookies of several headers are one set")
{
    RequestParts parts;
    parts.headers = {{"cookie", "a=1"}, {"cookie", "b=2"}};
    const auto request = MUST(Request::create(std::move(parts)));
    CHECK(request.cookie("b") == "2");
    CHECK_FALSE(request.cookie("c"));
}

TEST_CASE("a form comes back with what was typed and every error beside its field")
{
    const auto request = posted({{"ten", "Kế hoạch"}, {"han", "31/2/2026"}, {"csrf", "secret"}});
    Form form{request};
    CHECK(form.take(request.text("ten")) == "Kế hoạch");
    CHECK(form.take(request.maybe_date("han")) == std::nullopt);
    CHECK(form.take(request.integer("so")) == 0);
    CHECK(form.errors().size() == 2);
    REQUIRE(form.error_of("han") != nullptr);
    CHECK(form.error_of("han")->key == "http.field.not_a_date");
    CHECK(form.error_of("ten") == nullptr);
    CHECK(form.value("han") == "31/2/2026");
    CHECK(form.value("csrf").empty());
    form.set("ten", "khác");
    CHECK(form.has("ten", "khác"));
}

TEST_CASE("a CSRF token fits its session alone, and looks different each time")
{
    const std::string secret(32, 's');
    const auto token = csrf_token(secret);
    CHECK(token != csrf_token(secret));
    CHECK(csrf_matches(secret, token));
    CHECK_FALSE(csrf_matches(std::string(32, 't'), token));
    CHECK_FALSE(csrf_matches(secret, ""));
    CHECK_FALSE(csrf_matches(secret, token.substr(1)));
    CHECK_FALSE(csrf_matches(secret, std::string(token.size(), '0')));
    CHECK_FALSE(csrf_matches(secret, std::string(token.size(), 'z')));
    // A short secret may have been made up by whoever sent the cookie.
    CHECK_FALSE(csrf_matches("short", csrf_token("short")));
}
