#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "app/modules.hpp"
#include "http/finish.hpp"
#include "support/app.hpp"

/// The surface of the product, held to its rules route by route: a new one is under test the moment
/// it stands in a manifest.
namespace caicach::app
{
namespace
{

using caicach::testing::App;
using caicach::testing::Visitor;
using identity::Role;

/// "/ke-hoach/{plan}/muc.csv" as somebody may ask for it: names that nothing has.
std::string address_of(std::string_view pattern)
{
    std::string address;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != '{') {
            address += pattern[i];
            continue;
        }
        address += '1';
        i = pattern.find('}', i);
    }
    return address;
}

std::string file_text(const std::string& path)
{
    std::ifstream stream{path, std::ios::binary};
    REQUIRE(stream);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

bool is_post(const http::Route& route) { return route.method == http::Method::post; }

bool is_open(const http::Route& route) { return route.access.kind == http::Access::Kind::anyone; }

}  // namespace

TEST_CASE("every route stands in app/routes.txt with who may reach it")
{
    App app;
    const auto listing = app.system().router().listing();
    INFO("where this change is meant: build/release/caicach routes > app/routes.txt");
    CHECK(file_text("app/routes.txt") == listing);
}

TEST_CASE("every permission that a route names is declared by a module, once")
{
    App app;
    std::set<std::string_view> keys;
    for (const auto& module : app.system().modules()) {
        for (const auto* permission : module.permissions()) {
            CAPTURE(permission->key);
            CHECK(keys.insert(permission->key).second);
            CHECK(permission->key.starts_with(std::string{module.name()} + "."));
            CHECK(!permission->text.empty());
        }
    }
    for (const auto& route : app.system().router().routes()) {
        CAPTURE(route.pattern);
        const bool names_one = route.access.kind == http::Access::Kind::permission;
        CHECK(names_one == !route.access.permission.empty());
        if (names_one) CHECK(keys.contains(route.access.permission));
    }
}

TEST_CASE("every entry of the menu leads to a route")
{
    App app;
    for (const auto& entry : app.system().services().menu) {
        CAPTURE(entry.path);
        const auto match = app.system().router().find(http::Method::get, entry.path);
        CHECK(match.outcome == http::RouteMatch::Outcome::found);
    }
}

TEST_CASE("no route that changes something takes a form without its token")
{
    App app;
    Visitor people[] = {app.as(Role::coordinator),   app.as(Role::agency_officer),
                        app.as(Role::editor),        app.as(Role::overseer),
                        app.as(Role::administrator), app.nobody()};
    for (const auto& route : app.system().router().routes()) {
        if (!is_post(route)) continue;
        for (auto& person : people) {
            CAPTURE(route.pattern);
            const auto answer = person.post_without_token(address_of(route.pattern));
            CHECK((answer.status == 403 || answer.status == 401));
        }
    }
}

TEST_CASE("whoever is not signed in reaches only what is for anyone")
{
    App app;
    auto nobody = app.nobody();
    for (const auto& route : app.system().router().routes()) {
        CAPTURE(route.pattern);
        const auto address = address_of(route.pattern);
        const auto answer = is_post(route) ? nobody.post(address) : nobody.get(address);
        const bool is_refused =
            answer.status == 401 || answer.header("location").starts_with("/dang-nhap");
        if (!is_post(route) || !is_open(route)) CHECK(is_refused == !is_open(route));
    }
}

TEST_CASE("a person reaches only routes whose permission a role of theirs carries")
{
    App app;
    for (const auto role : identity::roles) {
        auto person = app.as(role);
        for (const auto& route : app.system().router().routes()) {
            if (route.access.kind != http::Access::Kind::permission) continue;
            CAPTURE(route.pattern);
            const auto& roles = app.system().permission(route.access.permission)->roles;
            const auto key = identity::key_of(role);
            const bool may = std::ranges::find(roles, key) != roles.end();
            const auto address = address_of(route.pattern);
            const auto answer = is_post(route) ? person.post(address) : person.get(address);
            if (!may) CHECK(answer.status == 403);
            CHECK(answer.status < 500);
        }
    }
}

TEST_CASE("every answer carries the security headers, refusals too")
{
    App app;
    for (const auto& route : app.system().router().routes()) {
        CAPTURE(route.pattern);
        auto request = MUST(http::Request::create(
            {.method = route.method, .target = address_of(route.pattern), .request_id = "test"}));
        const auto traits = http::traits_of(request);
        auto answer = Dispatcher{app.system()}.answer(request);
        http::finish(traits, answer);
        CHECK(answer.status < 500);
        const auto policy = answer.header("content-security-policy");
        CHECK(policy.find("default-src") != std::string_view::npos);
        CHECK(policy.find("unsafe-inline") == std::string_view::npos);
        CHECK(answer.header("x-content-type-options") == "nosniff");
        CHECK(!answer.header("referrer-policy").empty());
        CHECK(!answer.header("cache-control").empty());
        CHECK(answer.header("x-request-id") == "test");
    }
}

}  // namespace caicach::app
