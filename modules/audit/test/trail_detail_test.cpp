#include <doctest/doctest.h>

#include <string>

#include "audit/trail_detail.hpp"
#include "database/transaction.hpp"
#include "identity/api.hpp"
#include "manifest/change_detail.hpp"
#include "organisation/api.hpp"
#include "support/app.hpp"

namespace caicach::audit
{
namespace
{

using caicach::testing::App;
using identity::Role;

std::string words(App& app, std::string_view detail)
{
    auto context = app.system_context();
    auto transaction = MUST(context.read());
    return MUST(words_of_detail(transaction, detail, context.today()));
}

bool has(const http::Response& response, std::string_view text)
{
    return response.text().find(text) != std::string::npos;
}

organisation::AgencyId agency(App& app, std::string_view code)
{
    auto context = app.system_context();
    auto transaction = MUST(context.read());
    return MUST(organisation::agency_by_code(transaction, code, context.today())).id;
}

}  // namespace

TEST_CASE("what stood before and what stands since are told side by side, what is equal once")
{
    App app;
    CHECK(words(app,
                R"({"before":{"name":"Sở A","kind":"Sở"},"after":{"name":"Sở B","kind":"Sở"}})") ==
          "tên: Sở A → Sở B; loại: Sở");
    CHECK(words(app, R"({"before":{"short_name":""},"after":{"short_name":"SNV"}})") ==
          "tên viết tắt: (trống) → SNV");
    CHECK(words(app, R"({"before":{"from":"2026-03-15"}})") == "từ ngày: 15/03/2026");
}

TEST_CASE("roles and agencies have their names, also in lines of old")
{
    App app;
    const auto health = std::to_string(agency(app, "SYT").value);
    const auto fields = R"({"role":"editor","branch":)" + health + "}";
    CHECK(words(app, R"({"after":)" + fields + "}") == "vai trò: Biên tập; phạm vi: Sở Y tế");
    CHECK(words(app, fields) == "vai trò: Biên tập; phạm vi: Sở Y tế");
    CHECK(words(app, R"({"before":{"role":"auditor","branch":0}})") ==
          "vai trò: Kiểm soát nhật ký; phạm vi: toàn tỉnh");
    CHECK(words(app, R"({"after":{"agency":424242}})").empty());
}

TEST_CASE("of a person only which fields changed is told; what is for programs is not shown")
{
    App app;
    CHECK(words(app, R"({"changed":["name","user_name"]})") == "sửa: tên; sửa: tên đăng nhập");
    CHECK(words(app, R"({"edit":12,"before_hash":"5f0c"})").empty());
    CHECK(words(app, "").empty());
    CHECK(words(app, "{").empty());
    CHECK(words(app, R"(["name"])").empty());
    CHECK(words(app, R"({"before":"x","after":3})").empty());
}

TEST_CASE("the page tells the change, and text stays text")
{
    App app;
    auto context = app.system_context();
    auto transaction = MUST(context.begin());
    MUST(context.record(transaction, "organisation.agency.changed", "organisation.agency", 0,
                        change_detail(json::Value::object().set("name", "Sở <b>A</b>"),
                                      json::Value::object().set("name", "Sở B"))));
    MUST(transaction.commit());
    const auto page =
        app.as(Role::auditor, "UBND").get("/nhat-ky?viec=organisation.agency.changed");
    CHECK(has(page, "tên: Sở &lt;b&gt;A&lt;/b&gt; → Sở B"));
    const auto roles = app.as(Role::auditor, "UBND").get("/nhat-ky?viec=identity.role.granted");
    CHECK(has(roles, "vai trò: Kiểm soát nhật ký; phạm vi: "));
}

}  // namespace caicach::audit
