#include <doctest/doctest.h>

#include "document/archive.hpp"
#include "json/value.hpp"
#include "personal_data/testing.hpp"
#include "support/app.hpp"

namespace caicach::personal_data
{
namespace
{

using caicach::testing::App;
using identity::Role;

bool has(const http::Response& response, std::string_view text)
{
    return response.text().find(text) != std::string::npos;
}

std::string code_in(const http::Response& redirect)
{
    const auto location = std::string(redirect.header("location"));
    return location.substr(location.rfind('/') + 1);
}

}  // namespace

TEST_CASE("a person asks, an administrator answers, and the person reads the answer")
{
    App app;
    auto person = app.as(Role::agency_officer);
    auto administrator = app.as(Role::administrator, "UBND");
    CHECK(has(person.get("/tai-khoan/cua-toi"), "/tai-khoan/cua-toi/du-lieu"));
    CHECK(person
              .post("/tai-khoan/cua-toi/du-lieu/yeu-cau",
                    {{"kind", "objection"}, {"wish", "Đừng nêu tên tôi"}})
              .status == 303);
    const auto inbox = administrator.get("/du-lieu-ca-nhan");
    CHECK(has(inbox, "Phản đối xử lý dữ liệu"));
    CHECK(!has(inbox, "Quá hạn"));
    const auto begin = inbox.text().find("/du-lieu-ca-nhan/", inbox.text().find("<tbody"));
    const auto path = inbox.text().substr(begin, inbox.text().find('"', begin) - begin);
    CHECK(has(administrator.get(path), "Đừng nêu tên tôi"));
    CHECK(administrator.post(path + "/xac-nhan", {{"others", "1"}}).status == 303);
    CHECK(administrator.post(path + "/xac-nhan").status == 409);
    CHECK(administrator.post(path + "/gia-han", {{"until", "01/12/2026"}, {"reason", "Chậm"}})
              .status == 422);
    CHECK(administrator.post(path + "/tra-loi", {{"answer", "Đã bỏ tên"}}).status == 422);
    CHECK(administrator.post(path + "/tra-loi", {{"outcome", "done"}}).status == 422);
    CHECK(administrator.post(path + "/tra-loi", {{"outcome", "done"}, {"answer", "Đã bỏ tên"}})
              .status == 303);
    const auto own = person.get("/tai-khoan/cua-toi/du-lieu");
    CHECK(has(own, "Đã bỏ tên"));
    CHECK(has(own, "xem yêu cầu về dữ liệu cá nhân"));
    CHECK(has(administrator.get("/du-lieu-ca-nhan?muc=da-tra-loi"), "Đã thực hiện"));
}

TEST_CASE("what was not acknowledged or answered in time is seen at once")
{
    App app;
    auto context = app.system_context();
    const auto code = testing::request_on_paper(context, "SYT");
    app.clock.pass_seconds(std::int64_t{4} * 24 * 3600);
    auto later = app.as(Role::administrator, "UBND");
    CHECK(has(later.get("/du-lieu-ca-nhan"), "1 yêu cầu đã quá hạn"));
    CHECK(has(later.get("/du-lieu-ca-nhan/" + code), "Quá hạn xác nhận"));
    CHECK(has(later.get("/du-lieu-ca-nhan/danh-sach.csv"), "Quá hạn xác nhận"));
}

TEST_CASE("a clerk writes down what is asked on paper, and sees what lies at the own agency")
{
    App app;
    auto clerk = app.as(Role::one_stop_officer, "SYT");
    const caicach::testing::Fields whole{{"asker", "Lò Thị Mận"},
                                         {"contact", "bản Nà Sản"},
                                         {"kind", "correction"},
                                         {"wish", "Sai năm sinh"},
                                         {"received_on", "13/03/2026"}};
    CHECK(clerk.get("/du-lieu-ca-nhan/tiep-nhan").status == 200);
    const auto made = clerk.post("/du-lieu-ca-nhan", whole);
    REQUIRE(made.status == 303);
    const auto path = "/du-lieu-ca-nhan/" + code_in(made);
    const auto page = clerk.get(path);
    CHECK(has(page, "17/03/2026"));
    CHECK(has(page, "23/03/2026"));
    CHECK(!has(page, "Đã thực hiện"));
    CHECK(clerk.post(path + "/tra-loi", {{"outcome", "done"}, {"answer", "Xong"}}).status == 403);
    auto other = app.as(Role::one_stop_officer, "STC");
    CHECK(other.get(path).status == 404);
    CHECK(!has(other.get("/du-lieu-ca-nhan"), "Lò Thị Mận"));
    for (std::size_t at = 0; at + 1 < whole.size(); ++at) {
        auto fields = whole;
        fields[at].second.clear();
        CAPTURE(fields[at].first);
        const auto refused = clerk.post("/du-lieu-ca-nhan", fields);
        CHECK(refused.status == 422);
        CHECK(has(refused, "href=\"#" + fields[at].first));
    }
    CHECK(app.as(Role::editor).get("/du-lieu-ca-nhan").status == 403);
    CHECK(app.nobody().get(path).status == 303);
    CHECK(clerk.get("/du-lieu-ca-nhan/KHONGCO").status == 404);
}

TEST_CASE("a form without a kind, or with too much text, comes back with what was typed")
{
    App app;
    auto person = app.as(Role::agency_officer);
    const auto page = person.post("/tai-khoan/cua-toi/du-lieu/yeu-cau", {{"wish", "Xóa hết"}});
    CHECK(page.status == 422);
    CHECK(has(page, "Xóa hết"));
    CHECK(has(page, "Chưa chọn yêu cầu"));
    CHECK(person
              .post("/tai-khoan/cua-toi/du-lieu/yeu-cau",
                    {{"kind", "access"}, {"wish", std::string(5000, 'a')}})
              .status == 422);
}

TEST_CASE("consent is asked for purpose by purpose, with nothing said beforehand")
{
    App app;
    auto person = app.as(Role::agency_officer);
    const auto path = std::string("/tai-khoan/cua-toi/du-lieu");
    const auto page = person.get(path);
    CHECK(has(page, "Chưa đồng ý"));
    CHECK(!has(page, "Đã đồng ý"));
    CHECK(!has(page, " checked"));
    CHECK(person
              .post(path + "/dong-y",
                    {{"purpose", "public_praise"}, {"wording", "1"}, {"given", "1"}})
              .status == 303);
    CHECK(has(person.get(path), "Đã đồng ý ngày 15/03/2026"));
    CHECK(
        person
            .post(path + "/dong-y", {{"purpose", "public_praise"}, {"wording", "1"}, {"given", ""}})
            .status == 303);
    CHECK(!has(person.get(path), "Đã đồng ý"));
    CHECK(person.post(path + "/dong-y", {{"purpose", "x"}, {"wording", "1"}, {"given", "1"}})
              .status == 404);
    CHECK(person
              .post(path + "/dong-y",
                    {{"purpose", "public_praise"}, {"wording", "9"}, {"given", "1"}})
              .status == 409);
}

TEST_CASE("the download has a table for every section and the same once more as JSON")
{
    App app;
    auto person = app.as(Role::agency_officer);
    person.post("/tai-khoan/cua-toi/du-lieu/yeu-cau",
                {{"kind", "access"}, {"wish", "=1+1 nghĩa là gì"}});
    const auto answer = person.get("/tai-khoan/cua-toi/du-lieu/tep.zip");
    REQUIRE(answer.status == 200);
    CHECK(answer.type == "application/zip");
    CHECK(answer.caching == http::Caching::none);
    const auto archive = MUST(document::Archive::open(answer.text()));
    const auto text = MUST(archive.part("du-lieu.json"));
    const auto all = MUST(json::parse(text));
    for (const auto& section : app.system().services().personal_data) {
        CAPTURE(section.key);
        CHECK(archive.has(std::string(section.key) + ".csv"));
        CHECK(all.has(section.key));
        CHECK(!section.kept.empty());
    }
    CHECK(MUST(archive.part("tai-khoan.csv")).find("Người thử") != std::string::npos);
    CHECK(MUST(archive.part("phien.csv")).find("15/03/2026") != std::string::npos);
    CHECK(MUST(archive.part("yeu-cau.csv")).find("'=1+1") != std::string::npos);
    CHECK(MUST(archive.part("viec-da-lam.csv")).find("nhận yêu cầu") != std::string::npos);
    auto auditor = app.as(Role::auditor, "UBND");
    CHECK(has(auditor.get("/nhat-ky"), "tải dữ liệu của mình"));
}

}  // namespace caicach::personal_data
