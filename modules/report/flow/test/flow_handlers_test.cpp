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

    /// Its lock day is over.
    void lock()
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        const auto code = path.substr(path.rfind('/') + 1);
        const auto report = MUST(ReportStore{transaction}.by_code(code));
        const int days =
            report.locks_on.value().days_since_1970() - context.today().days_since_1970() + 1;
        constexpr std::int64_t seconds_of_day = 24 * 3600;
        app.clock.pass_seconds(days * seconds_of_day);
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
    const auto file = head.get(office.path + "/lan-gui/1/tep.json");
    CHECK(crypto::sha256_hex(file.text()) == hash);
    CHECK(visitor.get(office.path + "/lan-gui/1/tep.json").status == 303);
    const auto read = head.get(office.path + "/lan-gui/1");
    CHECK(has(read, hash));
    CHECK(has(read, "đang có hiệu lực"));
    CHECK(head.get(office.path + "/lan-gui/2").status == 404);
    CHECK(head.get(office.path + "/lan-gui/1x").status == 404);
    CHECK(head.get(office.path + "/so-sanh").status == 404);

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

TEST_CASE("something is said of a report without sending it back, and settled by either side")
{
    Office office;
    auto head = office.app.as(Role::agency_head, "SYT");
    auto checker = office.app.as(Role::agency_officer, "SNV");
    auto other = office.app.as(Role::agency_head, "STC");
    CHECK(office.step(checker, "y-kien", {{"y_kien-ho_so", "Sớm"}}).status == 409);
    REQUIRE(head.post(office.path + "/gui", no_secret).status == 303);
    CHECK(office.step(head, "y-kien", {{"y_kien-ho_so", "Tự nêu"}}).status == 403);
    const auto refused = office.step(checker, "y-kien", {{"y_kien-ho_so", " "}});
    CHECK(refused.status == 422);
    CHECK(has(refused, "Chưa có ý kiến nào"));
    CHECK(office.step(checker, "y-kien", {{"y_kien-khong_co", "Gì"}}).status == 422);
    CHECK(office
              .step(checker, "y-kien",
                    {{"y_kien-ho_so", "Số có vẻ thấp"}, {"y_kien-vuong_mac", "Nêu rõ hơn"}})
              .status == 303);
    auto page = head.get(office.path);
    CHECK(has(page, "<b>Hồ sơ</b>: Số có vẻ thấp (Sở Nội vụ)"));
    CHECK(has(page, "Đã gửi"));
    CHECK(other.post(office.path + "/y-kien/xong", {{"so", "1"}}).status == 403);
    CHECK(head.post(office.path + "/y-kien/xong", {{"so", "3"}}).status == 404);
    CHECK(head.post(office.path + "/y-kien/xong", {{"so", "1"}}).status == 303);
    CHECK(head.post(office.path + "/y-kien/xong", {{"so", "1"}}).status == 409);
    page = checker.get(office.path);
    CHECK(has(page, "Ý kiến đã xong (1)"));
    CHECK(has(page, "<b>Khó khăn, vướng mắc</b>: Nêu rõ hơn"));
    // The step goes on: nothing was sent back.
    CHECK(office.step(checker, "kiem-tra", {}).status == 303);
    CHECK(checker.post(office.path + "/y-kien/xong", {{"so", "2"}}).status == 303);
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

TEST_CASE("a locked report is corrected on a page of its own, with what was typed kept if refused")
{
    Office office;
    auto early = office.app.as(Role::agency_head, "SYT");
    REQUIRE(early.post(office.path + "/gui", no_secret).status == 303);
    CHECK(early.get(office.path + "/dieu-chinh").status == 409);
    office.lock();
    auto head = office.app.as(Role::agency_head, "SYT");
    auto officer = office.app.as(Role::agency_officer, "SYT");
    auto checker = office.app.as(Role::agency_officer, "SNV");
    CHECK(officer.get(office.path + "/dieu-chinh").status == 403);
    CHECK(has(head.get(office.path), "Lập bản điều chỉnh"));
    const auto page = head.get(office.path + "/dieu-chinh");
    CHECK(page.status == 200);
    const Fields looked_at{{"bien_nhan", between(page, "name=\"bien_nhan\" value=\"", "\"")}};
    const auto with = [&](Fields fields) {
        fields.insert(fields.end(), looked_at.begin(), looked_at.end());
        fields.emplace_back("khong_mat", "1");
        return fields;
    };
    const auto refused = head.post(office.path + "/dieu-chinh",
                                   with({{"o-ho_so-0", "mười"}, {"ly_do", "Nộp thiếu"}}));
    CHECK(refused.status == 422);
    CHECK(has(refused, "value=\"mười\""));
    CHECK(has(refused, "Hãy ghi một số"));
    CHECK(has(refused, "Nộp thiếu"));
    CHECK(head.post(office.path + "/dieu-chinh", {{"o-ho_so-0", "9"}, {"ly_do", "x"}}).status ==
          409);
    auto fields = with({{"o-ho_so-0", "9"}, {"ly_do", "Nộp thiếu một xã"}});
    fields.emplace_back("key", between(page, "name=\"key\" value=\"", "\""));
    CHECK(head.post(office.path + "/dieu-chinh", fields).status == 303);
    // The same form again, for the answer was lost.
    CHECK(head.post(office.path + "/dieu-chinh", fields).status == 303);
    const auto sent = head.get(office.path);
    CHECK(has(sent, "Điều chỉnh, Sở Y tế. Nộp thiếu một xã"));
    CHECK(has(sent, "(điều chỉnh)"));
    const auto compared = checker.get(office.path + "/so-sanh");
    CHECK(has(compared, "Nộp thiếu một xã"));
    CHECK(has(compared, "Hồ sơ"));
    CHECK(office.step(checker, "kiem-tra", {}).status == 303);
}

TEST_CASE("rows and files of a locked report are corrected, and what was sent keeps its files")
{
    Office office;
    auto early = office.app.as(Role::agency_head, "SYT");
    auto officer = office.app.as(Role::agency_officer, "SYT");
    for (const auto* name : {"mot.txt", "hai.txt"})
        REQUIRE(officer.upload(office.path + "/tep", "file", name, name).status == 303);
    REQUIRE(early.post(office.path + "/gui", no_secret).status == 303);
    const auto link = "/tep/" + between(early.get(office.path), "href=\"/tep/", "\"");
    office.lock();
    auto head = office.app.as(Role::agency_head, "SYT");
    const auto correcting = office.path + "/dieu-chinh";
    auto clerk = office.app.as(Role::agency_officer, "SYT");
    CHECK(clerk.upload(correcting, "tep_moi_1", "ba.txt", "ba").status == 403);
    const auto page = head.get(correcting);
    const Fields looked_at{{"bien_nhan", between(page, "name=\"bien_nhan\" value=\"", "\"")},
                           {"khong_mat", "1"}};
    const auto with = [&](Fields fields) {
        fields.insert(fields.end(), looked_at.begin(), looked_at.end());
        return fields;
    };
    // More rows to write in: what was typed stays, and nothing is sent.
    const auto more = head.post(
        correcting,
        with({{"moi-mo_hinh/ten-1", "Tổ số"}, {"so_dong-mo_hinh", "1"}, {"them_dong", "mo_hinh"}}));
    CHECK(more.status == 200);
    CHECK(has(more, "value=\"Tổ số\""));
    CHECK(has(more, "name=\"moi-mo_hinh/ten-4\""));
    const auto refused =
        head.post(correcting, with({{"moi-mo_hinh/so-1", "nhiều"}, {"ly_do", "Thiếu bảng"}}));
    CHECK(refused.status == 422);
    CHECK(has(refused, "aria-describedby=\"loi-moi-mo_hinh/so-1\""));
    const auto secret = head.upload(correcting, "tep_moi_1", "ba.txt", "TỐI MẬT\n\nA",
                                    with({{"ly_do", "Thiếu tệp"}}));
    CHECK(secret.status == 422);
    CHECK_FALSE(has(head.get(office.path), "(điều chỉnh)"));

    const auto dropped = between(page, "name=\"bo_tep-", "\"");
    CHECK(head.upload(correcting, "tep_moi_1", "ba.txt", "ba",
                      with({{"bo_tep-" + dropped, "1"},
                            {"moi-mo_hinh/ten-1", "Tổ số"},
                            {"ly_do", "Thiếu bảng và tệp"}}))
              .status == 303);
    const auto sent = head.get(office.path + "/lan-gui/2");
    CHECK(has(sent, "Tổ số"));
    CHECK(has(sent, "hai.txt"));
    CHECK(has(sent, "ba.txt"));
    CHECK_FALSE(has(sent, "mot.txt"));
    auto checker = office.app.as(Role::agency_officer, "SNV");
    const auto compared = checker.get(office.path + "/so-sanh");
    CHECK(has(compared, "Mô hình hay, dòng 1, Tên"));
    CHECK(has(compared, "mot.txt"));
    CHECK(has(compared, "ba.txt"));
    // It goes along no more, and is there still for who reads what was sent before.
    CHECK(link == "/tep/" + dropped);
    CHECK_FALSE(has(head.get(office.path), link));
    CHECK(checker.get(link).status == 200);
}

TEST_CASE("a report is in time until the last second of its due day, in Vietnam")
{
    App app;
    auto context = app.system_context();
    const auto form = testing::form_of(context, "SNV");
    const auto first = testing::report_of(context, form, "SYT");
    const auto second = testing::report_of(context, form, "STC");
    // From nine in the morning to one second before midnight.
    constexpr std::int64_t hour = 3600;
    const int days = first.due_on.days_since_1970() - context.today().days_since_1970();
    app.clock.pass_seconds((days * 24 + 15) * hour - 1);
    auto head = app.as(Role::agency_head, "SYT");
    auto other = app.as(Role::agency_head, "STC");
    REQUIRE(head.post("/bao-cao/" + first.code + "/gui", no_secret).status == 303);
    app.clock.pass_seconds(1);
    REQUIRE(other.post("/bao-cao/" + second.code + "/gui", no_secret).status == 303);
    const auto in_time = head.get("/bao-cao/" + first.code);
    CHECK(has(in_time, "Đúng hạn: gửi lúc"));
    CHECK(has(in_time, "23:59"));
    CHECK(has(other.get("/bao-cao/" + second.code), "Muộn: gửi lúc"));
}

}  // namespace caicach::report
