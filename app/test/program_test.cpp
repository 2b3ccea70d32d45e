#include <doctest/doctest.h>

#include <algorithm>
#include <utility>

#include "app/dispatcher.hpp"
#include "identity/api.hpp"
#include "json/value.hpp"
#include "organisation/api.hpp"
#include "support/app.hpp"

/// Tokens of the API as programs send them, through the whole house.
namespace caicach::app
{
namespace
{

using caicach::testing::App;
using identity::Role;

AccountId coordinator(App& app)
{
    auto context = app.system_context();
    auto transaction = MUST(context.begin());
    const auto agency = MUST(organisation::agency_by_code(transaction, "SNV", context.today()));
    const auto account = MUST(identity::create_account(
        context, transaction, {.name = "Người của máy", .agency = agency.id}));
    MUST(identity::grant_role(context, transaction, account, Role::coordinator, agency.id));
    MUST(transaction.commit());
    return account;
}

std::string token(App& app, std::vector<std::string> scopes, std::string_view networks = {})
{
    return app.token_of(coordinator(app), std::move(scopes), networks).text;
}

http::Response ask(App& app, const std::string& token, const std::string& target,
                   http::RequestParts parts = {})
{
    parts.target = target;
    if (!token.empty()) parts.headers.push_back({"authorization", "Bearer " + token});
    auto request = MUST(http::Request::create(std::move(parts)));
    return Dispatcher{app.system()}.answer(request);
}

}  // namespace

TEST_CASE("a program asks with its token, and nobody without one")
{
    App app;
    const auto mine = token(app, {"plan.read"});
    const auto me = ask(app, mine, "/api/v1/me");
    CHECK(me.status == 200);
    const auto said = MUST(json::parse(me.text()));
    CHECK(said["account"]["name"].as_string() == "Người của máy");
    CHECK(said["may"].elements().size() == 1);
    CHECK(ask(app, mine, "/api/v1/plans").caching == http::Caching::none);
    const auto refused = ask(app, "", "/api/v1/me");
    CHECK(refused.status == 401);
    CHECK(refused.header("WWW-Authenticate") == "Bearer realm=\"caicach\"");
    CHECK(refused.type == "application/problem+json");
}

TEST_CASE("a token that is worth nothing is refused even where nobody needs one")
{
    App app;
    App elsewhere;
    for (const auto& bad : {std::string{"cc_live_x"}, token(elsewhere, {"plan.read"})}) {
        const auto answer = ask(app, bad, "/api/v1/plans");
        CHECK(answer.status == 401);
        CHECK(answer.text().find("urn:caicach:identity.token.unknown") != std::string::npos);
        CHECK(ask(app, bad, "/api/v1/khong-co").status == 401);
    }
    const auto bound = token(app, {"plan.read"}, "192.0.2.7");
    CHECK(ask(app, bound, "/api/v1/plans").status == 403);
    CHECK(ask(app, bound, "/api/v1/plans", {.remote_address = "192.0.2.7"}).status == 200);
}

TEST_CASE("a token comes where its scopes lead, and asks about itself always")
{
    App app;
    const auto bare = token(app, {});
    CHECK(ask(app, bare, "/api/v1/me").status == 200);
    const auto refused = ask(app, bare, "/api/v1/plans");
    CHECK(refused.status == 403);
    CHECK(refused.text().find("plan.read") != std::string::npos);
}

TEST_CASE("on pages a token is nothing: it opens none, posts nothing and makes no other")
{
    App app;
    const auto mine = token(app, {"plan.read"});
    for (const auto* page : {"/tai-khoan/cua-toi", "/tai-khoan/cua-toi/ma-truy-cap",
                             "/soan-ke-hoach", "/tai-khoan/ma-truy-cap"}) {
        CAPTURE(page);
        CHECK(ask(app, mine, page).header("Location").starts_with("/dang-nhap"));
    }
    for (const auto* page : {"/tai-khoan/cua-toi/ma-truy-cap", "/dang-xuat"}) {
        const auto answer = ask(app, mine, page, {.method = http::Method::post});
        CHECK(answer.status == 401);
    }
    CHECK(ask(app, mine, "/ke-hoach").header("RateLimit").empty());
}

TEST_CASE("guesses at tokens are counted by address")
{
    App app;
    App elsewhere;
    const auto guess = token(elsewhere, {"plan.read"});
    int admitted = 0;
    for (int at = 0; at < 60; ++at) admitted += ask(app, guess, "/api/v1/me").status == 401 ? 1 : 0;
    CHECK(admitted == 50);
}

TEST_CASE("each token has its own 300 in five minutes; bound to addresses 600 a minute")
{
    App app;
    const auto counted = [&](const std::string& text, int most) {
        for (int at = 0; at < most; ++at) CHECK(ask(app, text, "/api/v1/me").status == 200);
        return ask(app, text, "/api/v1/me");
    };
    const auto refused = counted(token(app, {}), 300);
    CHECK(refused.status == 429);
    CHECK(refused.header("RateLimit-Policy") == "\"token\";q=300;w=300");
    CHECK(refused.header("Retry-After") == "1");
    CHECK(ask(app, token(app, {}), "/api/v1/me").status == 200);
    const auto machine = counted(token(app, {}, "127.0.0.1"), 600);
    CHECK(machine.status == 429);
    CHECK(machine.header("RateLimit-Policy") == "\"machine\";q=600;w=60");
}

TEST_CASE("a machine has the rate that its token was made with, and is told so")
{
    App app;
    const auto person = coordinator(app);
    const auto made = app.token_of(person, {}, "127.0.0.1", Rate{.count = 7, .seconds = 60});
    const auto me = ask(app, made.text, "/api/v1/me");
    CHECK(me.header("RateLimit-Policy") == "\"machine\";q=7;w=60");
    const auto limits = MUST(json::parse(me.text()))["limits"];
    CHECK(limits.elements().front()["requests"].as_integer() == 7);
    for (int at = 1; at < 7; ++at) CHECK(ask(app, made.text, "/api/v1/me").status == 200);
    const auto refused = ask(app, made.text, "/api/v1/me");
    CHECK(refused.status == 429);
    CHECK(refused.header("RateLimit-Policy") == "\"machine\";q=7;w=60");
    // Another of the same person goes on.
    CHECK(ask(app, app.token_of(person, {}, "127.0.0.1").text, "/api/v1/me").status == 200);
}

TEST_CASE("every route of the API names a scope that a module declares, with permissions that are")
{
    App app;
    const auto& services = app.system().services();
    for (const auto& scope : services.token_scopes) {
        CAPTURE(scope.key);
        CHECK(!scope.text.empty());
        for (const auto permission : scope.permissions)
            CHECK((permission.empty() || app.system().permission(permission) != nullptr));
    }
    for (const auto& route : app.system().router().routes()) {
        CAPTURE(route.pattern);
        const bool is_of_api = route.pattern.starts_with("/api/v1/");
        // Who asks about themselves needs none.
        CHECK(route.scope.empty() == (!is_of_api || route.pattern == "/api/v1/me"));
        if (route.scope.empty()) continue;
        CHECK(std::ranges::find(services.token_scopes, route.scope, &TokenScope::key) !=
              services.token_scopes.end());
    }
}

}  // namespace caicach::app
