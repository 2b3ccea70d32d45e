#include "report/api_handlers.hpp"

#include <doctest/doctest.h>

#include "json/value.hpp"
#include "report/testing.hpp"
#include "support/app.hpp"

namespace caicach::report
{
namespace
{

using caicach::testing::App;
using identity::Role;

json::Value body_of(const http::Response& answer) { return MUST(json::parse(answer.text())); }

std::string words_of(const json::Value& list)
{
    std::string all;
    for (const auto& one : list.elements())
        all += (all.empty() ? "" : " ") + std::string{one.as_string()};
    return all;
}

}  // namespace

TEST_CASE("a report as JSON says where it stands, its facts, and what you may do with it now")
{
    App app;
    auto context = app.system_context();
    const auto form = testing::form_of(context, "SNV");
    const auto code = testing::report_of(context, form, "SYT").code;
    const auto path = "/api/v1/reports/" + code;
    auto head = app.as(Role::agency_head, "SYT");
    auto checker = app.as(Role::agency_officer, "SNV");
    CHECK(app.nobody().get(path).status == 401);
    CHECK(app.as(Role::agency_head, "STC").get(path).status == 403);
    CHECK(head.get("/api/v1/reports/KHONG-CO").status == 404);
    auto before = body_of(head.get(path));
    CHECK(before["state"].as_string() == "expected");
    CHECK(before["facts"]["on_time"].is_null());
    CHECK_FALSE(before["facts"]["complete"].as_bool(true));
    CHECK(words_of(before["may"]) == "fill submit");
    CHECK(before["numbers"].elements().empty());
    REQUIRE(head.post("/bao-cao/" + code + "/gui", {{"khong_mat", "1"}}).status == 303);
    const auto sent = body_of(checker.get(path));
    CHECK(sent["state"].as_string() == "submitted");
    CHECK(sent["facts"]["on_time"].as_bool());
    CHECK(sent["facts"]["complete"].as_bool());
    CHECK_FALSE(sent["facts"]["locked"].as_bool(true));
    CHECK(words_of(sent["may"]) == "check send_back");
    REQUIRE(sent["submissions"].elements().size() == 1);
    CHECK(sent["submissions"].elements()[0]["kind"].as_string() == "first");
    CHECK(sent["submissions"].elements()[0]["sha256"].as_string().size() == 64);
    CHECK(sent["numbers"].elements()[0]["key"].as_string() == "tin_bai");
    CHECK(sent["agency"]["name"].as_string() == "Sở Y tế");
}

TEST_CASE("reports of an agency are listed a page at a time; what is unknown is refused")
{
    App app;
    auto context = app.system_context();
    std::string first;
    for (int i = 0; i < 3; ++i)
        first = testing::report_of(context, testing::form_of(context, "SNV"), "SYT").code;
    auto head = app.as(Role::agency_head, "SYT");
    const std::string list = "/api/v1/reports";
    CHECK(body_of(head.get(list))["items"].elements().size() == 3);
    const auto page = body_of(head.get(list + "?limit=2&state=expected&year=2026"));
    CHECK(page["items"].elements().size() == 2);
    const std::string next{page["next"].as_string()};
    CHECK(next.find("state=expected") != std::string::npos);
    const auto rest = body_of(head.get(next));
    CHECK(rest["items"].elements().size() == 1);
    CHECK(rest["next"].is_null());
    CHECK(body_of(head.get(list + "?year=2025"))["items"].elements().empty());
    CHECK(head.get(list + "?state=xong").status == 422);
    CHECK(head.get(list + "?agency=khong-co").status == 422);
    CHECK(head.get(list + "?after=khong-co").status == 422);
    CHECK(head.get(list + "?limit=0").status == 422);
    CHECK(head.get(list + "?agency=so-tai-chinh").status == 403);
}

}  // namespace caicach::report
