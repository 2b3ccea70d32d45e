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

const Fields quarter{{"agency", "SNV"},
                     {"name", "Gửi báo cáo quý"},
                     {"lines", "Lưu: VT, CCHC\nCác sở, ban, ngành (t/h)\nHội Cựu giáo chức"}};

/// The path of the only list of the page.
std::string path_in(const http::Response& page)
{
    const std::string mark = "href=\"/noi-nhan/";
    const auto begin = page.text().find(mark);
    REQUIRE(begin != std::string::npos);
    const auto from = begin + std::string_view("href=\"").size();
    return page.text().substr(from, page.text().find('"', from) - from);
}

}  // namespace

TEST_CASE("a list is made once, says whom it means today, and is changed by who saw it last")
{
    App app;
    auto officer = app.as(Role::agency_officer, "SNV");
    CHECK(has(officer.get("/noi-nhan"), "Chưa có danh sách nào"));
    const auto empty = officer.post("/noi-nhan", {{"agency", "SNV"}, {"name", "Trống"}});
    CHECK(empty.status == 422);
    CHECK(has(empty, "Hãy ghi ít nhất một nơi nhận."));
    CHECK(has(empty, "value=\"Trống\""));
    CHECK(officer.post("/noi-nhan", quarter).status == 303);
    CHECK(officer.post("/noi-nhan", quarter).status == 409);
    const auto page = officer.get("/noi-nhan");
    CHECK(has(page, "cơ quan dùng phần mềm"));
    CHECK(has(page, "Hội Cựu giáo chức: ngoài phần mềm"));
    CHECK_FALSE(has(page, "CCHC: ngoài"));

    const auto path = path_in(page);
    const auto form = officer.get(path);
    CHECK(has(form, "Hội Cựu giáo chức\nLưu: VT, CCHC"));  // the copy stands last
    const Fields change{{"version", "1"}, {"name", "Gửi hằng quý"}, {"lines", "Sở Y tế"}};
    CHECK(officer.post(path, change).status == 303);
    const auto lost = officer.post(path, change);
    CHECK(lost.status == 409);
    CHECK(has(lost, "value=\"Gửi hằng quý\""));
    CHECK(officer.post(path + "/bo", {{"version", "1"}}).status == 409);
    CHECK(officer.post(path + "/bo", {{"version", "2"}}).status == 303);
    CHECK(officer.get(path).status == 404);
}

TEST_CASE("lists are an agency's own: others neither see nor change nor use them")
{
    App app;
    auto context = app.system_context();
    const auto list = testing::list_of_agency(context, "SNV");
    const auto path = "/noi-nhan/" + list.code;
    auto stranger = app.as(Role::agency_officer, "SYT");
    CHECK(stranger.get("/noi-nhan?co-quan=SNV").status == 403);
    CHECK(stranger.post("/noi-nhan", quarter).status == 403);
    CHECK(stranger.get(path).status == 403);
    CHECK(stranger.post(path + "/bo", {{"version", "1"}}).status == 403);
    CHECK(app.as(Role::overseer, "SNV").post("/noi-nhan", quarter).status == 403);
    CHECK(app.as(Role::overseer, "SNV").get("/noi-nhan").status == 200);
    CHECK(stranger
              .post("/van-ban-di", {{"agency", "SYT"},
                                    {"kind", "bao_cao"},
                                    {"subject", "Kết quả"},
                                    {"body", "Xong."},
                                    {"list", list.code}})
              .status == 404);
}

TEST_CASE("a document takes the recipients of a list behind those that were typed")
{
    App app;
    auto context = app.system_context();
    const auto list = testing::list_of_agency(context, "SNV");
    auto officer = app.as(Role::agency_officer, "SNV");
    CHECK(has(officer.get("/van-ban-di/moi"), list.name));
    const auto drafted = officer.post("/van-ban-di", {{"agency", "SNV"},
                                                      {"kind", "bao_cao"},
                                                      {"subject", "Kết quả"},
                                                      {"body", "Xong."},
                                                      {"recipients", "Như trên\nLưu: VT"},
                                                      {"list", list.code}});
    REQUIRE(drafted.status == 303);
    CHECK(has(officer.get(std::string(drafted.header("location"))),
              "Như trên; Sở Y tế (p/h); Lưu: VT"));
}

}  // namespace caicach::outgoing
