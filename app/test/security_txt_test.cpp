#include "app/security_txt.hpp"

#include <doctest/doctest.h>

#include "testing/desk.hpp"

namespace caicach::app
{

TEST_CASE("security.txt names whom to write to, and is good for ninety days")
{
    const auto now = instant_from_iso("2026-03-15T02:00:00.123456Z");
    CHECK(security_txt("mailto:antoan@songlam.gov.vn", "https://cchc.songlam.gov.vn", now) ==
          "Contact: mailto:antoan@songlam.gov.vn\n"
          "Expires: 2026-06-13T02:00:00Z\n"
          "Preferred-Languages: vi, en\n"
          "Canonical: https://cchc.songlam.gov.vn/.well-known/security.txt\n");
    CHECK(security_txt("https://songlam.gov.vn/bao-loi", "", now).find("Canonical") ==
          std::string::npos);
}

TEST_CASE("where nobody said whom to write to there is no security.txt")
{
    testing::FixedClock clock{*Date::create(2026, 3, 15)};
    Services services;
    services.clock = &clock;
    Context context{services, Actor{}};
    const auto request = MUST(http::Request::create({.target = "/.well-known/security.txt"}));
    const auto nowhere = show_security_txt(context, request);
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error().kind == Failure::not_found);
    services.security_contact = "mailto:antoan@songlam.gov.vn";
    const auto shown = MUST(show_security_txt(context, request));
    CHECK(shown.type == "text/plain; charset=utf-8");
    CHECK(shown.text().starts_with("Contact: mailto:antoan@songlam.gov.vn\n"));
}

}  // namespace caicach::app
