#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "app/modules.hpp"
#include "http/csrf.hpp"
#include "http/finish.hpp"
#include "support/app.hpp"

/// The surface of the product, held to its rules route by route: a new one is under test the moment
/// it stands in a manifest.
namespace caicach::app
{
namespace
{

using caicach::testing::App;
using caicach::testing::Fields;
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

/// What stands on every answer, whoever asks and whatever comes of it.
void check_headers(const http::Response& answer)
{
    const auto policy = answer.header("content-security-policy");
    CHECK(policy.find("default-src 'none'") != std::string_view::npos);
    for (const auto* part : {"frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'"})
        CHECK(policy.find(part) != std::string_view::npos);
    CHECK(policy.find("unsafe-") == std::string_view::npos);
    // No other site reads an answer by a script of its own.
    CHECK(answer.header("access-control-allow-origin").empty());
    CHECK(answer.header("x-content-type-options") == "nosniff");
    CHECK(answer.header("referrer-policy") == "same-origin");
    CHECK(answer.header("cross-origin-opener-policy") == "same-origin");
    CHECK(answer.header("cross-origin-resource-policy") == "same-origin");
    CHECK(!answer.header("permissions-policy").empty());
    CHECK(!answer.header("cache-control").empty());
    CHECK(answer.header("x-request-id") == "test");
    if (answer.type.starts_with("text/")) CHECK(answer.type.ends_with("; charset=utf-8"));
    for (const auto& header : answer.headers()) {
        if (header.name != "Set-Cookie") continue;
        CAPTURE(header.value);
        CHECK(header.value.starts_with("__Host-"));
        for (const auto* part : {"; Path=/", "; Secure", "; HttpOnly", "; SameSite="})
            CHECK(header.value.find(part) != std::string::npos);
    }
}

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

TEST_CASE("no route that changes something takes a form without its own token")
{
    constexpr std::int64_t upload_pause_seconds = 300;  // people send few files at a time
    App app;
    const auto stolen = http::csrf_token("the secret of somebody else");
    Visitor people[] = {app.as(Role::coordinator),   app.as(Role::agency_officer),
                        app.as(Role::editor),        app.as(Role::overseer),
                        app.as(Role::administrator), app.nobody()};
    for (const auto& route : app.system().router().routes()) {
        if (!is_post(route) || route.is_posted_by_programs) continue;
        if (route.limits.upload_bytes > 0) app.clock.pass_seconds(upload_pause_seconds);
        for (auto& person : people) {
            CAPTURE(route.pattern);
            const auto address = address_of(route.pattern);
            for (const auto& fields : {Fields{}, Fields{{"csrf", ""}}, Fields{{"csrf", stolen}}}) {
                const auto answer = person.post_without_token(address, fields);
                CHECK((answer.status == 403 || answer.status == 401));
            }
        }
    }
}

TEST_CASE("five routes alone take a POST without our token: four by a secret, one that counts")
{
    App app;
    for (const auto& route : app.system().router().routes()) {
        if (!route.is_posted_by_programs) continue;
        const std::set<std::string_view> known{"/thong-bao/ngung/{token}", "/zalo/su-kien",
                                               "/tin-bai/{slug}/danh-gia",
                                               "/ban-tin/thoi-nhan/{token}", "/man-hinh/dong-bo"};
        CHECK(known.contains(route.pattern));
        CHECK(app.nobody().post_without_token(address_of(route.pattern)).status == 404);
        CHECK(app.as(Role::coordinator).post_without_token(address_of(route.pattern)).status ==
              404);
    }
}

TEST_CASE("every answer carries the security headers, refusals too")
{
    App app;
    Visitor nobody[] = {app.nobody()};
    // Each twice: who signs out is nobody from then on.
    Visitor officers[] = {app.as(Role::agency_officer), app.as(Role::agency_officer)};
    Visitor coordinators[] = {app.as(Role::coordinator), app.as(Role::coordinator)};
    for (const auto& route : app.system().router().routes()) {
        CAPTURE(route.pattern);
        const bool signs_out = route.pattern == "/dang-xuat";
        for (auto* person :
             {&nobody[0], &officers[signs_out ? 1 : 0], &coordinators[signs_out ? 1 : 0]}) {
            const bool is_signed_in = person != &nobody[0];
            const auto address = address_of(route.pattern);
            auto answer = is_post(route) ? person->post(address) : person->get(address);
            http::finish({.method = route.method, .request_id = "test", .has_cookie = is_signed_in},
                         answer);
            CHECK(answer.status < 500);
            check_headers(answer);
            // What a signed-in person sees stays on no disk and in no cache on the way.
            if (is_signed_in) CHECK(answer.header("cache-control") == "no-store");
        }
    }
}

}  // namespace caicach::app
