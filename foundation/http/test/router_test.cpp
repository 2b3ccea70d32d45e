#include "http/router.hpp"

#include <doctest/doctest.h>

using namespace caicach;
using namespace caicach::http;

namespace
{

Router sample()
{
    return Router({
        {.method = Method::get, .pattern = "/", .access = Access::anyone},
        {.method = Method::get, .pattern = "/ke-hoach", .access = Access::anyone},
        {.method = Method::get, .pattern = "/ke-hoach/{plan}", .access = Access::anyone},
        {.method = Method::post,
         .pattern = "/ke-hoach",
         .access = Access::holder_of("plan.import"),
         .limits = {.upload_bytes = 1000}},
        {.method = Method::get, .pattern = "/ke-hoach/moi", .access = Access::signed_in},
        {.method = Method::get, .pattern = "/ke-hoach/{plan}/muc/{item}", .access = Access::anyone},
        {.method = Method::get, .pattern = "/ke-hoach/moi/tep", .access = Access::signed_in},
    });
}

std::string_view pattern_of(const RouteMatch& match)
{
    return match.route == nullptr ? "" : match.route->pattern;
}

}  // namespace

TEST_CASE("a path finds its route and its parameters")
{
    const auto router = sample();
    CHECK(pattern_of(router.find(Method::get, "/")) == "/");
    CHECK(pattern_of(router.find(Method::head, "/ke-hoach")) == "/ke-hoach");
    const auto match = router.find(Method::get, "/ke-hoach/kế/muc/3");
    CHECK(pattern_of(match) == "/ke-hoach/{plan}/muc/{item}");
    REQUIRE(match.parameters.size() == 2);
    CHECK(match.parameters[0].name == "plan");
    CHECK(match.parameters[0].value == "kế");
    CHECK(match.parameters[1].value == "3");
}

TEST_CASE("a literal segment wins, and yields where it leads nowhere")
{
    const auto router = sample();
    CHECK(pattern_of(router.find(Method::get, "/ke-hoach/moi")) == "/ke-hoach/moi");
    CHECK(pattern_of(router.find(Method::get, "/ke-hoach/moi/muc/3")) ==
          "/ke-hoach/{plan}/muc/{item}");
}

TEST_CASE("an unknown method of a known path says which are known")
{
    const auto match = sample().find(Method::delete_, "/ke-hoach");
    CHECK(match.outcome == RouteMatch::Outcome::method_not_allowed);
    CHECK(match.allow == "GET, HEAD, POST");
}

TEST_CASE("a trailing slash moves to the path without it, if there is one")
{
    const auto router = sample();
    const auto match = router.find(Method::get, "/ke-hoach/");
    CHECK(match.outcome == RouteMatch::Outcome::moved);
    CHECK(match.location == "/ke-hoach");
    CHECK(router.find(Method::get, "/khong/").outcome == RouteMatch::Outcome::not_found);
    CHECK(router.find(Method::get, "/ke-hoach//").outcome == RouteMatch::Outcome::not_found);
    CHECK(router.find(Method::get, "//").location == "/");
    CHECK(router.find(Method::get, std::string(5000, '/')).outcome ==
          RouteMatch::Outcome::not_found);
}

TEST_CASE("a route without limits of its own takes no files")
{
    const auto router = sample();
    CHECK(router.limits(Method::post, "/ke-hoach").upload_bytes == 1000);
    CHECK(router.limits(Method::post, "/khong").upload_bytes == 0);
}

TEST_CASE("the listing is sorted and names the access of each route")
{
    CHECK(sample().listing() ==
          "/ GET anyone\n"
          "/ke-hoach GET anyone\n"
          "/ke-hoach POST plan.import\n"
          "/ke-hoach/moi GET signed_in\n"
          "/ke-hoach/moi/tep GET signed_in\n"
          "/ke-hoach/{plan} GET anyone\n"
          "/ke-hoach/{plan}/muc/{item} GET anyone\n");
}
