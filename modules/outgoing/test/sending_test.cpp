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
using caicach::testing::Visitor;
using identity::Role;

bool has(const http::Response& page, std::string_view words)
{
    return page.text().find(words) != std::string::npos;
}

Fields letter_to(std::string addressees, std::string recipients)
{
    return {{"agency", "SNV"},
            {"kind", "bao_cao"},
            {"subject", "Kết quả quý I"},
            {"addressees", std::move(addressees)},
            {"body", "Đã làm xong."},
            {"recipients", std::move(recipients)}};
}

/// The path of a document with its number.
std::string numbered(App& app, Visitor& officer, const Fields& letter)
{
    auto context = app.system_context();
    static_cast<void>(testing::series_of_agency(context, "SNV"));
    const auto path = std::string(officer.post("/van-ban-di", letter).header("location"));
    const auto signer = std::to_string(testing::signer_of_agency(context, "SNV").value);
    REQUIRE(officer.post(path + "/cap-so", {{"version", "1"}, {"signer", signer}}).status == 303);
    return path;
}

}  // namespace

TEST_CASE("a document is sent once, is told to those who read it here, and opens to them alone")
{
    App app;
    auto officer = app.as(Role::agency_officer, "SNV");
    auto reader = app.as(Role::agency_head, "SYT");
    auto stranger = app.as(Role::agency_head, "STP");
    const auto path = numbered(
        app, officer,
        letter_to("Sở Y tế", "Như trên\nHội Cựu giáo chức Sông Lam (b/c)\nLưu: VT, CCHC (5)"));
    CHECK(reader.get(path).status == 403);
    const auto before = officer.get(path);
    CHECK(has(before, "Gửi văn bản"));
    CHECK(has(before, "ngoài phần mềm, văn thư gửi"));
    CHECK(app.as(Role::overseer, "SNV").post(path + "/gui", {{"version", "2"}}).status == 403);
    CHECK(stranger.post(path + "/gui", {{"version", "2"}}).status == 403);
    CHECK(officer.post(path + "/gui", {{"version", "2"}}).status == 303);
    CHECK(officer.post(path + "/gui", {{"version", "3"}}).status == 409);

    const auto after = officer.get(path);
    CHECK(has(after, "Đã gửi đến"));
    CHECK_FALSE(has(after, "Gửi văn bản<"));
    CHECK(has(reader.get("/thong-bao"), "Văn bản đến: 01/BC-SNV của Sở Nội vụ"));
    CHECK_FALSE(has(stranger.get("/thong-bao"), "01/BC-SNV"));
    CHECK(reader.get(path).status == 200);
    CHECK(reader.get(path + "/van-ban.pdf").status == 200);
    CHECK(stranger.get(path).status == 403);
    CHECK(reader.post(path + "/thu-hoi", {{"version", "3"}, {"reason", "x"}}).status == 403);

    CHECK(officer.post(path + "/thu-hoi", {{"version", "3"}, {"reason", "Sai số liệu"}}).status ==
          303);
    CHECK(has(reader.get("/thong-bao"), "Thu hồi văn bản: 01/BC-SNV"));
}

TEST_CASE("a group of agencies is each of its members, but not the sender")
{
    App app;
    auto officer = app.as(Role::agency_officer, "SNV");
    auto member = app.as(Role::agency_officer, "SYT");
    const auto path = numbered(app, officer, letter_to("", "Các sở, ban, ngành (t/h)\nLưu: VT"));
    const auto page = officer.get(path);
    CHECK(has(page, "Sở Y tế"));
    CHECK(officer.post(path + "/gui", {{"version", "2"}}).status == 303);
    CHECK(member.get(path).status == 200);
    CHECK_FALSE(has(officer.get("/thong-bao"), "Văn bản đến"));
}

TEST_CASE("a document for nobody is not sent, and says what to do")
{
    App app;
    auto officer = app.as(Role::agency_officer, "SNV");
    const auto path = numbered(app, officer, letter_to("", "Lưu: VT"));
    CHECK(has(officer.get(path), "không ghi nơi nhận nào ngoài bản lưu"));
    const auto refused = officer.post(path + "/gui", {{"version", "2"}});
    CHECK(refused.status == 422);
}

}  // namespace caicach::outgoing
