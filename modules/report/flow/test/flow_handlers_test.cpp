#include <doctest/doctest.h>

#include <string>

#include "crypto/crypto.hpp"
#include "report/report_store.hpp"
#include "report/testing.hpp"
#include "support/app.hpp"

namespace caicach::report
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

/// What stands between two marks, behind the first of them.
std::string between(const http::Response& page, std::string_view before, std::string_view after)
{
    const auto& text = page.text();
    const auto begin = text.find(before);
    REQUIRE(begin != std::string::npos);
    const auto from = begin + before.size();
    return std::string{text.substr(from, text.find(after, from) - from)};
}

/// A report that the head of SYT sends to SNV.
struct Office {
    App app{};
    std::string path{};

    Office()
    {
        auto context = app.system_context();
        const auto form = testing::form_of(context, "SNV");
        path = "/bao-cao/" + testing::report_of(context, form, "SYT").code;
    }

    /// As the page of the report has it; the key and what was looked at go along.
    http::Response step(Visitor& visitor, std::string_view step, Fields fields) const
    {
        const auto page = visitor.get(path);
        if (has(page, "name=\"bien_nhan\""))
            fields.emplace_back("bien_nhan", between(page, "name=\"bien_nhan\" value=\"", "\""));
        return visitor.post(path + "/" + std::string{step}, fields);
    }
};

const Fields no_secret{{"khong_mat", "1"}};

}  // namespace

TEST_CASE("the head sends a report, the collector checks and approves it, anybody sees its receipt")
{
    Office office;
    auto officer = office.app.as(Role::agency_officer, "SYT");
    auto head = office.app.as(Role::agency_head, "SYT");
    CHECK_FALSE(has(officer.get(office.path), "/gui\""));
    CHECK(officer.post(office.path + "/gui", no_secret).status == 403);
    const auto refused = head.post(office.path + "/gui", {});
    CHECK(refused.status == 422);
    CHECK(has(refused, "không có nội dung bí mật nhà nước"));
    const auto page = head.get(office.path);
    auto keyed = no_secret;
    keyed.emplace_back("key", between(page, "name=\"key\" value=\"", "\""));
    CHECK(head.post(office.path + "/gui", keyed).status == 303);
    // The same form again, for the answer was lost.
    CHECK(head.post(office.path + "/gui", keyed).status == 303);
    CHECK(head.post(office.path + "/gui", no_secret).status == 409);

    const auto sent = head.get(office.path);
    const auto receipt = between(sent, "/bien-nhan/", "\"");
    const auto hash = between(sent, "<code class=\"hash\">", "</code>");
    auto visitor = office.app.nobody();
    const auto shown = visitor.get("/bien-nhan/" + receipt);
    CHECK(shown.status == 200);
    CHECK(has(shown, hash));
    CHECK(has(shown, "Sở Y tế"));
    CHECK(has(shown, "đang có hiệu lực"));
    CHECK(visitor.get("/bien-nhan/KHONGCO").status == 404);
    const auto file = head.get(office.path + "/lan-gui/" + receipt);
    CHECK(crypto::sha256_hex(file.text()) == hash);
    CHECK(visitor.get(office.path + "/lan-gui/" + receipt).status == 303);

    auto checker = office.app.as(Role::agency_officer, "SNV");
    auto approver = office.app.as(Role::agency_head, "SNV");
    CHECK(head.post(office.path + "/kiem-tra", {}).status == 403);
    CHECK(checker.post(office.path + "/kiem-tra", {}).status == 409);
    CHECK(office.step(checker, "kiem-tra", {}).status == 303);
    CHECK(office.step(approver, "phe-duyet", {{"ghi_chu", "Đạt"}}).status == 303);
    CHECK(has(head.get(office.path), "Đã phê duyệt"));
    CHECK(has(head.get(office.path), "Phê duyệt, Sở Nội vụ. Đạt"));
}

TEST_CASE(
    "what is sent back says why beside each part, and what was typed stays where it is refused")
{
    Office office;
    auto head = office.app.as(Role::agency_head, "SYT");
    auto checker = office.app.as(Role::agency_officer, "SNV");
    REQUIRE(head.post(office.path + "/gui", no_secret).status == 303);
    const auto refused = office.step(checker, "tra-lai", {{"ly_do", " "}});
    CHECK(refused.status == 422);
    CHECK(has(refused, "Hãy nêu lý do"));
    const std::string many(1001, 'x');
    const auto too_long = office.step(checker, "tra-lai", {{"ly_do", many}});
    CHECK(too_long.status == 422);
    CHECK(has(too_long, many));
    CHECK(office.step(checker, "tra-lai", {{"y_kien-ho_so", "Thiếu hồ sơ trực tuyến"}}).status ==
          303);
    const auto page = head.get(office.path);
    CHECK(has(page, "Ý kiến của nơi nhận"));
    CHECK(has(page, "<b>Hồ sơ</b>: Thiếu hồ sơ trực tuyến (Sở Nội vụ)"));
    CHECK(has(head.get("/bien-nhan/" + between(page, "/bien-nhan/", "\"")), "bị trả lại"));
    REQUIRE(head.post(office.path + "/gui", no_secret).status == 303);
    CHECK_FALSE(has(head.get(office.path), "Ý kiến của nơi nhận"));
}

TEST_CASE("nobody decides of a report that was sent anew while they looked at it")
{
    Office office;
    auto head = office.app.as(Role::agency_head, "SYT");
    auto checker = office.app.as(Role::agency_officer, "SNV");
    REQUIRE(head.post(office.path + "/gui", no_secret).status == 303);
    const auto looked_at = between(checker.get(office.path), "name=\"bien_nhan\" value=\"", "\"");
    REQUIRE(office.step(head, "rut-lai", {}).status == 303);
    REQUIRE(head.post(office.path + "/gui", no_secret).status == 303);
    const auto refused = checker.post(office.path + "/kiem-tra", {{"bien_nhan", looked_at}});
    CHECK(refused.status == 409);
    CHECK(has(refused, "gửi lại"));
    CHECK(office.step(checker, "kiem-tra", {}).status == 303);
    auto coordinator = office.app.as(Role::coordinator, "SNV");
    CHECK(office.step(head, "rut-lai", {}).status == 409);
    CHECK(office.step(coordinator, "tra-lai", {{"ly_do", "Thiếu lời văn"}}).status == 303);
}

}  // namespace caicach::report
