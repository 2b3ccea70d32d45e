#include <doctest/doctest.h>

#include "channel/media/outlet.hpp"
#include "support/app.hpp"

namespace caicach::channel
{
namespace
{

using caicach::testing::App;
using caicach::testing::Fields;
using identity::Role;

bool shows(const http::Response& response, std::string_view text)
{
    return std::get<std::string>(response.body).find(text) != std::string::npos;
}

Fields bulletin(const std::string& kind, const std::string& link)
{
    return {{"agency", "SYT"},      {"kind", kind},   {"outlet", "Báo Sông Lam"},
            {"adds_outlet", "1"},   {"minutes", "7"}, {"happened_on", "10/03/2026"},
            {"title", "Bản tin 3"}, {"link", link},   {"article", ""}};
}

}  // namespace

TEST_CASE("an officer logs a bulletin from a telephone, and takes the log along as a table")
{
    App app;
    auto officer = app.as(Role::agency_officer, "SYT");
    const auto answer =
        officer.post("/nhat-ky-dang-phat", bulletin("tv_bulletin", "https://bao.example.vn/3"));
    REQUIRE(answer.status == 303);
    const std::string path{answer.header("location")};
    const auto page = officer.get(path);
    CHECK(shows(page, "Đã tính vào kết quả"));
    CHECK(shows(page, "7 phút"));
    CHECK(shows(officer.get("/nhat-ky-dang-phat"), "Bản tin 3"));
    CHECK_FALSE(shows(officer.get("/nhat-ky-dang-phat?loai=tv_talk"), "Bản tin 3"));
    const auto table = officer.get("/nhat-ky-dang-phat/bang.csv?tu=01/03/2026");
    CHECK(table.type == "text/csv; charset=utf-8");
    CHECK(shows(table, "10/03/2026,Bản tin truyền hình,Báo Sông Lam,Bản tin 3,7,"));
    CHECK(officer.get("/nhat-ky-dang-phat/bang.csv?tu=04/03/2026&den=03/03/2026").status == 422);
}

TEST_CASE("a refused form says why beside its field and loses nothing")
{
    App app;
    auto officer = app.as(Role::agency_officer, "SYT");
    auto fields = bulletin("tv_bulletin", "https://bao.example.vn/3");
    REQUIRE(officer.post("/nhat-ky-dang-phat", fields).status == 303);
    fields.push_back({"note", ""});
    const auto twice = officer.post("/nhat-ky-dang-phat", fields);
    CHECK(twice.status == 422);
    CHECK(shows(twice, "đã có trong nhật ký của Sở Y tế, ngày 10/03/2026"));
    CHECK(shows(twice, "value=\"https://bao.example.vn/3\""));
    // Of another agency: refused before anything is looked at.
    CHECK(app.as(Role::agency_officer, "STP").post("/nhat-ky-dang-phat", fields).status == 403);
}

TEST_CASE("another agency neither sees nor changes what is logged")
{
    App app;
    auto officer = app.as(Role::agency_officer, "SYT");
    auto head = app.as(Role::agency_head, "SYT");
    auto other = app.as(Role::agency_head, "STP");
    const auto answer =
        officer.post("/nhat-ky-dang-phat", bulletin("critical_report", "https://bao.example.vn/4"));
    REQUIRE(answer.status == 303);
    const std::string path{answer.header("location")};
    CHECK(shows(officer.get("/nhat-ky-dang-phat"), "1 lần chờ người thứ hai xác nhận"));
    CHECK(other.get(path).status == 403);
    CHECK(other.post(path + "/xac-nhan", {{"version", "1"}}).status == 403);
    CHECK(other.post(path + "/rut-lai", {{"version", "1"}, {"reason", "Sai"}}).status == 403);
    CHECK(other.get("/nhat-ky-dang-phat?co-quan=SYT").status == 403);
    CHECK(officer.post(path + "/xac-nhan", {{"version", "1"}}).status == 403);
    CHECK(officer.post(path + "/rut-lai", {{"version", "1"}, {"reason", ""}}).status == 422);
    CHECK(head.post(path + "/xac-nhan", {{"version", "1"}}).status == 303);
    CHECK(shows(officer.get(path), "Xem trong sổ kết quả"));
    CHECK(head.post(path + "/xac-nhan", {{"version", "1"}}).status == 409);
    CHECK(app.nobody().get(path).status != 200);
}

TEST_CASE("a picture is proof, read by the agency alone, and only pictures and pages are taken")
{
    App app;
    auto officer = app.as(Role::agency_officer, "SYT");
    auto fields = bulletin("newspaper_page", "");
    const auto wrong = officer.upload("/nhat-ky-dang-phat", "proof", "trang.txt", "chữ", fields);
    CHECK(wrong.status == 415);
    const auto answer =
        officer.upload("/nhat-ky-dang-phat", "proof", "trang.pdf", "%PDF-1.4\ntrang 5", fields);
    REQUIRE(answer.status == 303);
    const auto page = officer.get(std::string{answer.header("location")});
    const auto& text = page.text();
    const auto at = text.find("/tep/");
    REQUIRE(at != std::string::npos);
    const auto file = text.substr(at, text.find('"', at) - at);
    CHECK(officer.get(file).status == 200);
    CHECK(app.as(Role::agency_officer, "STP").get(file).status == 404);
}

TEST_CASE("the province keeps its newspapers and stations")
{
    App app;
    auto coordinator = app.as(Role::coordinator, "UBND");
    auto officer = app.as(Role::agency_officer, "SYT");
    CHECK(officer.get("/noi-dang-phat").status == 403);
    CHECK(coordinator.post("/noi-dang-phat", {{"name", "Báo Sông Lam"}}).status == 303);
    CHECK(coordinator.post("/noi-dang-phat", {{"name", "BÁO SÔNG LAM"}}).status == 422);
    auto context = app.system_context();
    Outlet outlet;
    {
        auto transaction = MUST(context.read());
        const auto found = MUST(OutletStore{transaction}.find_named("Báo Sông Lam"));
        REQUIRE(found);
        outlet = *found;
    }
    const auto path = "/noi-dang-phat/" + outlet.code;
    Fields fields{{"version", "1"},
                  {"name", "Báo Sông Lam điện tử"},
                  {"mail", "toa soan"},
                  {"site", "https://bao.example.vn"}};
    CHECK(shows(coordinator.post(path, fields), "Đây không phải địa chỉ thư"));
    fields[2].second = "toasoan@bao.example.vn";
    CHECK(coordinator.post(path, fields).status == 303);
    CHECK(coordinator.post(path, fields).status == 409);
    // Closed now: offered no more.
    CHECK_FALSE(shows(officer.get("/nhat-ky-dang-phat/moi"), "Báo Sông Lam điện tử"));
}

}  // namespace caicach::channel
