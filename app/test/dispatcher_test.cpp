#include "app/dispatcher.hpp"

#include <doctest/doctest.h>

#include "json/value.hpp"
#include "support/app.hpp"

namespace caicach::app
{
namespace
{

using caicach::testing::App;

/// A page asked for by a browser that has the message of its last POST still to show.
http::Response with_flash(App& app, const std::string& target, const http::Headers& more = {})
{
    auto headers = more;
    headers.push_back({"cookie", "__Host-loi-nhan=organisation.agency.created"});
    auto request = MUST(http::Request::create(
        {.method = http::Method::get, .target = target, .headers = std::move(headers)}));
    return Dispatcher{app.system()}.answer(request);
}

bool spends_flash(const http::Response& response)
{
    return response.header("Set-Cookie").starts_with("__Host-loi-nhan=-;");
}

}  // namespace

TEST_CASE("a message is spent on the page that shows it, not on a fragment, a table or the API")
{
    App app;
    CHECK(spends_flash(with_flash(app, "/co-quan")));
    CHECK(!spends_flash(with_flash(app, "/co-quan", {{"hx-request", "true"}})));
    CHECK(!spends_flash(with_flash(app, "/co-quan/danh-muc.csv")));
    CHECK(!spends_flash(with_flash(app, "/api/v1/plans")));
    CHECK(!spends_flash(with_flash(app, "/khong-co-trang-nay")));
}

TEST_CASE("who is not signed in is led to signing in, htmx by leaving the page")
{
    App app;
    const auto page = app.nobody().get("/co-quan/them-moi");
    CHECK(page.status == 303);
    CHECK(page.header("Location") == "/dang-nhap?tiep=%2Fco-quan%2Fthem-moi");
    const auto fragment = app.nobody().get_htmx("/co-quan/them-moi");
    CHECK(fragment.status == 401);
    CHECK(fragment.header("HX-Redirect") == "/dang-nhap");
}

TEST_CASE("a method that a path does not take is 405, in the problem document too")
{
    App app;
    const auto page = app.nobody().post("/ke-hoach");
    CHECK(page.status == 405);
    CHECK(page.header("Allow") == "GET, HEAD");
    const auto answer = app.nobody().post("/api/v1/plans");
    CHECK(answer.status == 405);
    CHECK(answer.type == "application/problem+json");
    CHECK(MUST(json::parse(answer.text()))["status"].as_integer() == 405);
}

TEST_CASE("a signed-in person's page is kept by no cache between")
{
    App app;
    CHECK(app.nobody().get("/ke-hoach").caching == http::Caching::brief);
    CHECK(app.as(identity::Role::coordinator).get("/ke-hoach").caching == http::Caching::none);
}

}  // namespace caicach::app
