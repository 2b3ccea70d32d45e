#include "app/rate_gate.hpp"

#include <doctest/doctest.h>

#include <map>

#include "app/dispatcher.hpp"
#include "app/settings.hpp"
#include "identity/api.hpp"
#include "json/value.hpp"
#include "organisation/api.hpp"
#include "support/app.hpp"

namespace caicach::app
{
namespace
{

using caicach::testing::App;
using identity::Role;

/// As somebody at that address asks, who is not signed in.
http::Response from(App& app, const std::string& address, const std::string& target)
{
    auto request = MUST(http::Request::create(
        {.method = http::Method::get, .target = target, .remote_address = address}));
    return Dispatcher{app.system()}.answer(request);
}

int answered(App& app, const std::string& address, const std::string& target, int asked)
{
    int count = 0;
    for (int at = 0; at < asked; ++at) count += from(app, address, target).status == 429 ? 0 : 1;
    return count;
}

}  // namespace

TEST_CASE("the API answers an address fifty times in ten seconds, then says when to come back")
{
    App app;
    CHECK(answered(app, "192.0.2.7", "/api/v1/plans", 60) == 50);
    const auto refused = from(app, "192.0.2.7", "/api/v1/plans");
    CHECK(refused.type == "application/problem+json");
    CHECK(refused.header("Retry-After") == "1");
    CHECK(refused.header("RateLimit") == "\"anonymous-burst\";r=0;t=10");
    const auto problem = MUST(json::parse(refused.text()));
    CHECK(problem["status"].as_integer() == 429);
    CHECK(problem["type"].as_string() == "urn:caicach:app.too_many_requests");
    CHECK(problem["title"].as_string().find("1 giây") != std::string_view::npos);
    CHECK(from(app, "192.0.2.8", "/api/v1/plans").status == 200);
    app.clock.pass_seconds(10);
    CHECK(answered(app, "192.0.2.7", "/api/v1/plans", 60) == 50);
}

TEST_CASE("paths of the API that lead nowhere are counted too, and a /64 of IPv6 as one")
{
    App app;
    CHECK(answered(app, "2001:db8:1:2::9", "/api/v1/khong-co", 25) == 25);
    CHECK(answered(app, "2001:db8:1:2:3:4:5:6", "/api/v1/plans", 60) == 25);
    CHECK(from(app, "2001:db8:1:3::9", "/api/v1/plans").status == 200);
}

TEST_CASE("pages for everybody are counted for nobody")
{
    App app;
    CHECK(answered(app, "192.0.2.7", "/ke-hoach", 400) == 400);
    CHECK(from(app, "192.0.2.7", "/ke-hoach").header("RateLimit").empty());
}

TEST_CASE("two hundred people of an office behind one address hold nobody up")
{
    App app;
    for (int at = 0; at < 200; ++at) {
        auto person = app.as(Role::agency_officer);
        for (int page = 0; page < 5; ++page) CHECK(person.get("/api/v1/plans").status == 200);
        CHECK(person.get("/tai-khoan/cua-toi").status == 200);
    }
}

TEST_CASE("one person has 1,500 requests in five minutes, and a page says so in Vietnamese")
{
    App app;
    auto person = app.as(Role::agency_officer);
    for (int at = 0; at < 1500; ++at) CHECK(person.get("/dang-nhap").status == 200);
    const auto refused = person.get("/dang-nhap");
    CHECK(refused.status == 429);
    CHECK(refused.header("Retry-After") == "1");
    CHECK(refused.text().find("Bạn gửi yêu cầu quá nhanh") != std::string::npos);
    CHECK(app.as(Role::agency_officer).get("/dang-nhap").status == 200);
    app.clock.pass_seconds(300);
    CHECK(person.get("/dang-nhap").header("RateLimit") == "\"person\";r=1499;t=1");
}

TEST_CASE("who guesses codes is stopped at ten a minute and sixty an hour")
{
    App app;
    const std::string guess = "/loi-moi/0123456789012345678901234567890123456789abc";
    CHECK(answered(app, "192.0.2.7", guess, 30) == 10);
    CHECK(from(app, "192.0.2.7", "/loi-moi/x").header("Retry-After") == "6");
    CHECK(from(app, "192.0.2.8", guess).status == 404);
    int in_an_hour = 10;
    for (int minute = 1; minute < 60; ++minute) {
        app.clock.pass_seconds(60);
        in_an_hour += answered(app, "192.0.2.7", guess, 30);
    }
    // A full bucket of sixty, and what came in meanwhile.
    CHECK(in_an_hour <= 120);
    app.clock.pass_seconds(60);
    CHECK(answered(app, "192.0.2.7", guess, 30) == 1);
}

TEST_CASE("two hundred people who open their own letters behind one address are let in")
{
    App app;
    auto context = app.system_context();
    for (int at = 0; at < 200; ++at) {
        auto transaction = MUST(context.begin());
        const auto agency = MUST(organisation::agency_by_code(transaction, "SYT", context.today()));
        const auto account = MUST(identity::create_account(
            context, transaction, {.name = "Người mới", .agency = agency.id}));
        const auto path = MUST(identity::invite(context, transaction, account, 3600));
        MUST(transaction.commit());
        CHECK(from(app, "192.0.2.7", path).status == 200);
    }
}

TEST_CASE("a slip is made anew five times in half an hour for one account, not for another")
{
    App app;
    const auto new_account = [&] {
        auto context = app.system_context();
        auto transaction = MUST(context.begin());
        const auto agency = MUST(organisation::agency_by_code(transaction, "SYT", context.today()));
        const auto id = MUST(identity::create_account(context, transaction,
                                                      {.name = "Người mới", .agency = agency.id}));
        auto code = MUST(identity::account_by_id(transaction, id)).code;
        MUST(transaction.commit());
        return "/tai-khoan/" + code + "/giay-moi";
    };
    auto administrator = app.as(Role::administrator, "UBND");
    auto another = app.as(Role::administrator, "UBND");
    const auto path = new_account();
    // What is refused makes no slip, and uses none up.
    auto officer = app.as(Role::agency_officer);
    for (int at = 0; at < 10; ++at) CHECK(officer.post(path).status == 403);
    for (int at = 0; at < 5; ++at) CHECK(administrator.post(path).status == 200);
    CHECK(administrator.post(path).status == 429);
    CHECK(another.post(path).header("Retry-After") == "360");
    CHECK(another.post(new_account()).status == 200);
    app.clock.pass_seconds(360);
    CHECK(another.post(path).status == 200);
}

TEST_CASE("an address asks for twenty-five letters to who forgot a password, then it waits")
{
    App app;
    auto stranger = app.stranger();
    const auto ask = [&] {
        return stranger.post("/quen-mat-khau", {{"user_name", "ai@songlam.example"}});
    };
    // No mail server: what is answered with a page counts as well.
    for (int at = 0; at < 25; ++at) CHECK(ask().status == 200);
    const auto refused = ask();
    CHECK(refused.status == 429);
    CHECK(refused.header("Retry-After") == "12");
    CHECK(stranger.get("/quen-mat-khau").status == 200);
    app.clock.pass_seconds(12);
    CHECK(ask().status == 200);
}

TEST_CASE("a person sends thirty files in half an hour")
{
    App app;
    auto editor = app.as(Role::editor);
    const auto send = [&] { return editor.upload("/soan-ke-hoach", "file", "x.txt", "x").status; };
    for (int at = 0; at < 30; ++at) CHECK(send() != 429);
    CHECK(send() == 429);
    CHECK(editor.get("/soan-ke-hoach").status == 200);
    app.clock.pass_seconds(60);
    CHECK(send() != 429);
    CHECK(send() == 429);
}

TEST_CASE("the limits are the operator's: other numbers, none, and addresses that are trusted")
{
    const auto set = [](std::map<std::string, std::string> values) {
        return rate_policies(MUST(Configuration::load(settings(), {{}, {}, std::move(values)})));
    };
    CHECK(set({{"limits.anonymous", "5/1m"}}).anonymous.rates == std::vector<Rate>{{5, 60}});
    CHECK(set({{"limits.anonymous", "off"}}).anonymous.rates.empty());
    const auto policies = set({{"limits.anonymous", "1/1m"},
                               {"limits.code", "1/1m"},
                               {"limits.trusted_networks", "192.0.2.0/24"}});
    RateGate gate(policies, 1024);
    const http::Route guessed{.rate = http::RouteRate::code};
    const auto ask = [&](const std::string& address, const http::Route* route) {
        const auto request =
            MUST(http::Request::create({.target = "/api/v1/plans", .remote_address = address}));
        return gate.admit({}, request, route, Instant{}).refusal() == nullptr;
    };
    for (int at = 0; at < 10; ++at) CHECK(ask("192.0.2.7", nullptr));
    CHECK(ask("198.51.100.7", nullptr));
    CHECK(!ask("198.51.100.7", nullptr));
    // Guessing is no matter of how many sit behind an address.
    CHECK(ask("192.0.2.7", &guessed));
    CHECK(!ask("192.0.2.7", &guessed));
}

TEST_CASE("the defaults of the settings are those of the policies")
{
    const auto shipped = rate_policies(MUST(Configuration::load(settings(), {})));
    const http::RatePolicies meant;
    for (const auto policy :
         {&http::RatePolicies::anonymous, &http::RatePolicies::person, &http::RatePolicies::token,
          &http::RatePolicies::machine, &http::RatePolicies::machine_most,
          &http::RatePolicies::upload, &http::RatePolicies::code, &http::RatePolicies::slip,
          &http::RatePolicies::reset_address, &http::RatePolicies::sign_in_address,
          &http::RatePolicies::sign_in_account}) {
        CAPTURE((meant.*policy).name);
        CHECK((shipped.*policy).rates == (meant.*policy).rates);
    }
}

}  // namespace caicach::app
