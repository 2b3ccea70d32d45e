#include <doctest/doctest.h>

#include <string>

#include "outgoing/testing.hpp"
#include "support/app.hpp"

namespace caicach::outgoing
{
namespace
{

using caicach::testing::App;
using caicach::testing::Fields;
using identity::Role;

bool has(const http::Response& page, std::string_view words)
{
    return page.text().find(words) != std::string::npos;
}

std::string path_of(App& app, std::string_view agency)
{
    auto context = app.system_context();
    return "/so-van-ban/" + testing::series_of_agency(context, agency).code;
}

const Fields first_series{{"agency", "SYT"},
                          {"name", "Sổ văn bản đi"},
                          {"symbol", "((loai))-SYT"},
                          {"from", "01/01/2026"}};

}  // namespace

TEST_CASE("an administrator of an agency makes its series, filled in, and no other's")
{
    App app;
    auto administrator = app.as(Role::administrator, "SYT");
    const auto empty = administrator.get("/so-van-ban");
    CHECK(has(empty, "Chưa có sổ số nào"));
    CHECK(has(empty, "value=\"((loai))-SYT\""));
    CHECK(administrator.post("/so-van-ban", first_series).status == 303);
    CHECK(has(administrator.get("/so-van-ban"), "01/BC-SYT"));

    const auto again = administrator.post("/so-van-ban", first_series);
    CHECK(again.status == 409);
    CHECK(has(again, "đang dùng trong những ngày ấy"));
    CHECK(has(again, "value=\"((loai))-SYT\""));  // what was typed stays

    CHECK(app.as(Role::administrator, "SNV").post("/so-van-ban", first_series).status == 403);
    CHECK(app.as(Role::agency_officer, "SYT").post("/so-van-ban", first_series).status == 403);
    CHECK(app.as(Role::inspector, "SYT").get("/so-van-ban").status == 403);
    CHECK(app.as(Role::agency_officer, "SYT").get("/so-van-ban").status == 200);
}

TEST_CASE("a number of paper is entered once, voided with a reason, and taken along as a table")
{
    App app;
    const auto path = path_of(app, "SNV");
    auto officer = app.as(Role::agency_officer, "SNV");
    const Fields number{{"nam", "2026"},
                        {"number", "7"},
                        {"kind", "bao_cao"},
                        {"issued_on", "02/03/2026"},
                        {"about", "Báo cáo tháng 2"}};
    CHECK(officer.post(path + "/so", number).status == 303);
    const auto twice = officer.post(path + "/so", number);
    CHECK(twice.status == 409);
    CHECK(has(twice, "Số 07/BC-SNV đã có trong sổ"));
    CHECK(has(twice, "value=\"Báo cáo tháng 2\""));
    auto future = number;
    future[1].second = "8";
    future[3].second = "16/03/2026";
    CHECK(officer.post(path + "/so", future).status == 422);

    CHECK(officer.post(path + "/huy-so", {{"nam", "2026"}, {"void_number", "7"}}).status == 422);
    CHECK(officer
              .post(path + "/huy-so",
                    {{"nam", "2026"}, {"void_number", "7"}, {"reason", "Ký nhầm thẩm quyền"}})
              .status == 303);
    const auto page = officer.get(path + "?nam=2026");
    CHECK(has(page, "Đã hủy"));
    CHECK(has(page, "Ký nhầm thẩm quyền"));
    const auto table = officer.get(path + "/so.csv?nam=2026");
    CHECK(has(table, "07/BC-SNV,02/03/2026,Báo cáo tháng 2,ghi tay,Đã hủy,Ký nhầm thẩm quyền"));

    auto stranger = app.as(Role::agency_officer, "SYT");
    CHECK(stranger.get(path).status == 403);
    CHECK(stranger.post(path + "/so", number).status == 403);
    CHECK(app.as(Role::overseer, "SNV").post(path + "/so", number).status == 403);
}

TEST_CASE("a series is begun behind the paper, and ended, by who manages it")
{
    App app;
    const auto path = path_of(app, "SNV");
    auto head = app.as(Role::agency_head, "SNV");
    auto officer = app.as(Role::agency_officer, "SNV");
    CHECK(officer.post(path + "/so-da-cap", {{"begun_after", "40"}}).status == 403);
    CHECK(head.post(path + "/so-da-cap", {{"begun_after", "0"}}).status == 422);
    CHECK(head.post(path + "/so-da-cap", {{"begun_after", "40"}}).status == 303);
    CHECK(has(head.get(path), "đến số 40"));

    CHECK(officer.post(path + "/ket-thuc", {{"version", "1"}, {"last", "31/12/2026"}}).status ==
          403);
    CHECK(head.post(path + "/ket-thuc", {{"version", "2"}, {"last", "31/12/2026"}}).status == 409);
    CHECK(head.post(path + "/ket-thuc", {{"version", "1"}, {"last", "31/12/2026"}}).status == 303);
    CHECK(has(head.get(path), "01/01/2026 – 31/12/2026"));
}

}  // namespace caicach::outgoing
