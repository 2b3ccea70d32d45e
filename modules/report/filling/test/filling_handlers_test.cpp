#include <doctest/doctest.h>

#include <string>

#include "evidence/testing.hpp"
#include "report/filling/cell_saving.hpp"
#include "report/filling/cell_store.hpp"
#include "report/testing.hpp"
#include "support/app.hpp"

namespace caicach::report
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

/// The report of the health department by the sample form, and people around it.
struct House {
    App app;
    Report report{};
    std::string path{};

    House()
    {
        auto context = app.system_context();
        const auto form = testing::form_of(context, "SNV");
        report = testing::report_of(context, form, "SYT");
        path = "/bao-cao/" + report.code;
    }

    [[nodiscard]] Report now()
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(ReportStore{transaction}.find(report.id));
    }

    /// What is kept of a cell.
    [[nodiscard]] std::string cell(std::string_view field, int row = 0)
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        for (const auto& one : MUST(CellStore{transaction}.cells(report.id)))
            if (one.field == field && one.row == row) return one.value;
        return {};
    }
};

std::string base_of(std::string_view control, std::string_view value)
{
    return R"([[")" + std::string{control} + R"(",")" + std::string{value} + R"("]])";
}

}  // namespace

TEST_CASE("an officer fills in the report of the agency, others look at it")
{
    House house;
    auto officer = house.app.as(Role::agency_officer, "SYT");
    const auto page = officer.get(house.path);
    CHECK(page.status == 200);
    CHECK(has(page, "name=\"o-ho_so-0\""));
    CHECK(has(page, "Không nhập bí mật nhà nước."));
    CHECK(has(page, "Trước khi gửi còn 1 chỗ cần xem") == false);  // tin_bai is computed: 0
    CHECK(has(page, house.path + "/so/tin_bai"));
    CHECK_FALSE(has(page, "name=\"o-tin_bai_nam-0\""));  // computed alone
    auto collector = house.app.as(Role::coordinator, "SNV");
    const auto read = collector.get(house.path);
    CHECK(read.status == 200);
    CHECK_FALSE(has(read, "name=\"o-ho_so-0\""));
    CHECK_FALSE(has(read, "Lưu</button>"));
    auto other = house.app.as(Role::agency_officer, "STC");
    CHECK(other.get(house.path).status == 403);
    for (auto* visitor : {&collector, &other})
        CHECK(visitor->post(house.path + "/o", {{"o-ho_so-0", "7"}}).status == 403);
    CHECK(house.now().state == State::expected);
    const auto saved = officer.post(house.path + "/o?phan=tin_bai",
                                    {{"o-ho_so-0", "7"}, {"base", base_of("o-ho_so-0", "")}});
    CHECK(saved.status == 303);
    CHECK(saved.header("location") == house.path + "#phan-tin_bai");
    CHECK(house.cell("ho_so") == "7");
    CHECK(house.now().state == State::draft);
    CHECK(has(officer.get(house.path), "value=\"7\""));
    CHECK(has(collector.get(house.path), "7"));
}

TEST_CASE("a cell saves itself, and the answer brings differences and what others changed")
{
    House house;
    auto officer = house.app.as(Role::agency_officer, "SYT");
    const auto saved =
        officer.post_htmx(house.path + "/o?phan=tin_bai",
                          {{"o-tin_bai-0", "3"}, {"base", base_of("o-tin_bai-0", "")}});
    CHECK(saved.status == 200);
    CHECK(has(saved, "<span id=\"lech-tin_bai\" data-part>+3</span>"));
    CHECK(has(saved, "id=\"con-thieu\" data-part"));
    CHECK_FALSE(has(saved, "<h1"));
    // Another form of the same page did not touch the number: it is shown the new one.
    const auto other =
        officer.post_htmx(house.path + "/o?phan=tin_bai",
                          {{"o-tin_bai-0", ""}, {"base", base_of("o-tin_bai-0", "")}});
    CHECK(other.status == 200);
    CHECK(has(other, "<data data-news=\"o-tin_bai-0\" value=\"3\">"));
    CHECK(house.cell("tin_bai") == "3");
}

TEST_CASE("what both changed is asked about with both values, with script and without")
{
    House house;
    auto one = house.app.as(Role::agency_officer, "SYT");
    auto two = house.app.as(Role::agency_head, "SYT");
    const auto path = house.path + "/o?phan=vuong_mac";
    const auto base = base_of("o-vuong_mac-0", "");
    CHECK(one.post(path, {{"o-vuong_mac-0", "Bản thứ nhất"}, {"base", base}}).status == 303);
    const Fields late{{"o-vuong_mac-0", "Bản thứ hai"}, {"base", base}};
    const auto part = two.post_htmx(path, late);
    CHECK(part.status == 409);
    CHECK(has(part, "data-conflict-panel"));
    CHECK(has(part, "Bản thứ nhất"));
    CHECK(has(part, "Bản thứ hai"));
    const auto page = two.post(path, late);
    CHECK(page.status == 409);
    CHECK(has(page, "<h1"));
    CHECK(has(page, "Lưu bản của tôi"));
    CHECK(house.cell("vuong_mac") == "Bản thứ nhất");
    CHECK(two.post(path, {{"o-vuong_mac-0", "Bản thứ hai"},
                          {"base", base_of("o-vuong_mac-0", "Bản thứ nhất")}})
              .status == 303);
    CHECK(house.cell("vuong_mac") == "Bản thứ hai");
}

TEST_CASE("a refused cell says why beside its field, and a secret is not even shown again")
{
    House house;
    auto officer = house.app.as(Role::agency_officer, "SYT");
    const auto number = officer.post(house.path + "/o?phan=tin_bai", {{"o-ho_so-0", "nhiều"}});
    CHECK(number.status == 422);
    CHECK(has(number, "value=\"nhiều\""));
    CHECK(has(number, "Hãy ghi một số"));
    const auto part =
        officer.post_htmx(house.path + "/o?phan=vuong_mac", {{"o-vuong_mac-0", "MẬT"}});
    CHECK(part.status == 422);
    CHECK(has(part, "id=\"loi-o-vuong_mac-0\" data-part data-forget>"));
    const auto secret =
        officer.post(house.path + "/o?phan=vuong_mac", {{"o-vuong_mac-0", "Độ mật: TỐI MẬT"}});
    CHECK(secret.status == 422);
    CHECK(has(secret, "không được lưu"));
    CHECK_FALSE(has(secret, "TỐI MẬT"));
    CHECK(house.cell("vuong_mac").empty());
    CHECK(officer.post(house.path + "/o", {{"o-la-0", "1"}}).status == 422);
}

TEST_CASE("rows are added, filled and removed on the page, with what was typed beside")
{
    House house;
    auto officer = house.app.as(Role::agency_officer, "SYT");
    CHECK(officer.post(house.path + "/dong", {{"bang", "mo_hinh"}}).status == 303);
    CHECK(has(officer.get(house.path), "name=\"o-mo_hinh/ten-1\""));
    CHECK(officer
              .post(house.path + "/dong", {{"bang", "mo_hinh"},
                                           {"o-mo_hinh/ten-1", "Tổ lưu động"},
                                           {"base", base_of("o-mo_hinh/ten-1", "")}})
              .status == 303);
    CHECK(house.cell("mo_hinh/ten", 1) == "Tổ lưu động");
    CHECK(officer.post(house.path + "/dong/bo", {{"bang", "mo_hinh"}, {"dong", "2"}}).status ==
          303);
    CHECK(officer.post(house.path + "/dong/bo", {{"bang", "mo_hinh"}, {"dong", "2"}}).status ==
          409);
    CHECK(officer.post(house.path + "/dong", {{"bang", "khong_co"}}).status == 422);
    CHECK(officer.post(house.path + "/dong/lay", {{"bang", "mo_hinh"}}).status == 409);
    auto other = house.app.as(Role::agency_officer, "STC");
    for (const auto* step : {"/dong", "/dong/bo", "/dong/lay"})
        CHECK(other.post(house.path + step, {{"bang", "mo_hinh"}, {"dong", "1"}}).status == 403);
}

TEST_CASE("files go along with a report, for who may see it, and go again")
{
    House house;
    auto officer = house.app.as(Role::agency_officer, "SYT");
    CHECK(officer.upload(house.path + "/tep", "file", "biên bản.txt", "Nội dung họp").status ==
          303);
    const auto page = officer.get(house.path);
    CHECK(has(page, "biên bản.txt"));
    const auto at = page.text().find("/tep/", page.text().find("id=\"tep\""));
    REQUIRE(at != std::string::npos);
    const auto link = page.text().substr(at, page.text().find('"', at) - at);
    CHECK(officer.get(link).status == 200);
    CHECK(house.app.as(Role::coordinator, "SNV").get(link).status == 200);
    CHECK(house.app.as(Role::agency_officer, "STC").get(link).status == 404);
    const auto secret = officer.upload(house.path + "/tep", "file", "báo cáo.txt", "TỐI MẬT\n\nA");
    CHECK(secret.status == 422);
    CHECK_FALSE(has(officer.get(house.path), "báo cáo.txt"));
    auto other = house.app.as(Role::agency_officer, "STC");
    CHECK(other.upload(house.path + "/tep", "file", "x.txt", "x").status == 403);
    const auto code = link.substr(5);
    CHECK(other.post(house.path + "/tep/bo", {{"tep", code}}).status == 403);
    // Another comes in the place of one that goes.
    CHECK(officer.upload(house.path + "/tep", "file", "hai.txt", "hai").status == 303);
    CHECK(officer.post(house.path + "/tep/bo", {{"tep", code}}).status == 303);
    CHECK_FALSE(has(officer.get(house.path), "biên bản.txt"));
    CHECK(officer.get(link).status == 404);
    CHECK(officer.upload(house.path + "/tep", "file", "ba.txt", "ba").status == 303);
    CHECK(officer.post(house.path + "/tep/bo", {{"tep", code}}).status == 404);
}

TEST_CASE("each number opens what it counts, its days and its facts")
{
    House house;
    {
        auto context = house.app.system_context();
        static_cast<void>(evidence::testing::typed_fact(context, "SYT"));
    }
    auto officer = house.app.as(Role::agency_officer, "SYT");
    const auto page = officer.get(house.path + "/so/tin_bai");
    CHECK(page.status == 200);
    CHECK(has(page, "Tin, bài đã đăng trong kỳ."));
    CHECK(has(page, "từ 15/03/2026 đến 14/06/2026"));
    CHECK(has(page, "Xem các kết quả làm nên số này"));
    CHECK(has(page, "Sở Y tế</th>"));
    CHECK(has(officer.get(house.path + "/so/tin_bai_nam"), "từ 15/12/2025 đến 14/06/2026"));
    CHECK(officer.get(house.path + "/so/ho_so").status == 200);
    CHECK(officer.get(house.path + "/so/khong_co").status == 404);
    CHECK(house.app.as(Role::agency_officer, "STC").get(house.path + "/so/tin_bai").status == 403);
}

TEST_CASE("a first report offers nothing to copy, and a foreign one is not copied into")
{
    House house;
    auto officer = house.app.as(Role::agency_officer, "SYT");
    CHECK_FALSE(has(officer.get(house.path), "Chép từ kỳ trước"));
    CHECK(officer.post(house.path + "/ky-truoc").status == 404);
    CHECK(house.app.as(Role::agency_officer, "STC").post(house.path + "/ky-truoc").status == 403);
    house.app.clock.pass_seconds(92LL * 24 * 3600);  // 15 June: the third quarter
    {
        auto context = house.app.system_context();
        auto transaction = MUST(context.read());
        const auto form = MUST(FormStore{transaction}.by_id(house.report.form));
        house.report = testing::report_of(context, form, "SYT");
        house.path = "/bao-cao/" + house.report.code;
    }
    auto later = house.app.as(Role::agency_officer, "SYT");
    CHECK(has(later.get(house.path), "Chép từ kỳ trước (6 tháng đầu năm 2026)"));
    CHECK(later.post(house.path + "/ky-truoc").status == 303);
}

TEST_CASE("what was copied says so beside it until somebody touches it")
{
    House house;
    auto officer = house.app.as(Role::agency_officer, "SYT");
    CHECK(officer.post(house.path + "/o", {{"o-ho_so-0", "7"}, {"base", base_of("o-ho_so-0", "")}})
              .status == 303);
    house.app.clock.pass_seconds(92LL * 24 * 3600);
    {
        auto context = house.app.system_context();
        auto transaction = MUST(context.read());
        const auto form = MUST(FormStore{transaction}.by_id(house.report.form));
        house.report = testing::report_of(context, form, "SYT");
        house.path = "/bao-cao/" + house.report.code;
    }
    auto later = house.app.as(Role::agency_officer, "SYT");
    CHECK(later.post(house.path + "/ky-truoc").status == 303);
    CHECK(has(later.get(house.path), "id=\"chep-o-ho_so-0\" data-part>chép từ kỳ trước</span>"));
    const auto saved = later.post_htmx(house.path + "/o?phan=tin_bai",
                                       {{"o-ho_so-0", "8"}, {"base", base_of("o-ho_so-0", "7")}});
    CHECK(saved.status == 200);
    CHECK(has(saved, "<span class=\"muted\" id=\"chep-o-ho_so-0\" data-part></span>"));
    CHECK_FALSE(has(later.get(house.path), ">chép từ kỳ trước</span>"));
}

TEST_CASE("a table of many rows stands in several forms, each of which can be sent")
{
    House house;
    {
        auto context = house.app.system_context();
        auto transaction = MUST(context.begin());
        auto held = MUST(ReportStore{transaction}.hold(house.report.code));
        for (int i = 0; i < 151; ++i)
            static_cast<void>(MUST(add_row(context, transaction, held, "mo_hinh")));
        MUST(transaction.commit());
    }
    auto officer = house.app.as(Role::agency_officer, "SYT");
    const auto page = officer.get(house.path);
    CHECK(has(page, "id=\"phan-mo_hinh\""));
    CHECK(has(page, "id=\"phan-mo_hinh-151\""));
    CHECK_FALSE(has(page, "id=\"phan-mo_hinh-152\""));
    const std::string control = "o-mo_hinh/ten-151";
    CHECK(officer
              .post(house.path + "/o?phan=mo_hinh-151",
                    {{control, "Dòng cuối"}, {"base", base_of(control, "")}})
              .status == 303);
    CHECK(house.cell("mo_hinh/ten", 151) == "Dòng cuối");
}

TEST_CASE("a text as long as the form allows is saved, whatever its letters weigh")
{
    House house;
    auto officer = house.app.as(Role::agency_officer, "SYT");
    std::string text;
    for (int i = 0; i < 19'999; ++i) text += "ệ";
    const auto base = base_of("o-vuong_mac-0", text + "x");
    CHECK(officer
              .post(house.path + "/o?phan=vuong_mac",
                    {{"o-vuong_mac-0", text}, {"base", base_of("o-vuong_mac-0", "")}})
              .status == 303);
    CHECK(officer.post(house.path + "/o?phan=vuong_mac", {{"o-vuong_mac-0", text}, {"base", base}})
              .status == 303);
    CHECK(house.cell("vuong_mac") == text);
}

TEST_CASE("a report that was sent is read, not written in")
{
    House house;
    {
        auto context = house.app.system_context();
        auto transaction = MUST(context.begin());
        auto sent = house.report;
        sent.state = State::submitted;
        MUST(ReportStore{transaction}.save(sent));
        MUST(transaction.commit());
    }
    auto officer = house.app.as(Role::agency_officer, "SYT");
    CHECK_FALSE(has(officer.get(house.path), "name=\"o-ho_so-0\""));
    CHECK(officer.post(house.path + "/o", {{"o-ho_so-0", "1"}}).status == 409);
    CHECK(officer.post(house.path + "/dong", {{"bang", "mo_hinh"}}).status == 409);
    CHECK(officer.upload(house.path + "/tep", "file", "x.txt", "x").status == 409);
}

}  // namespace caicach::report
