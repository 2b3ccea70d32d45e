#include <doctest/doctest.h>

#include <string>

#include "report/bringing/report_sheet.hpp"
#include "report/filling/cell_store.hpp"
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

/// The report of the health department, and who fills it in.
struct Desk {
    App app{};
    Report report{};
    std::string path{};
    Visitor officer;

    Desk() : officer(app.as(Role::agency_officer, "SYT"))
    {
        auto context = app.system_context();
        const auto form = testing::form_of(context, "SNV");
        report = testing::report_of(context, form, "SYT");
        path = "/bao-cao/" + report.code;
    }

    [[nodiscard]] std::string cell(std::string_view field, int row = 0)
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        for (const auto& one : MUST(CellStore{transaction}.cells(report.id)))
            if (one.field == field && one.row == row) return one.value;
        return {};
    }

    /// Where what is pasted may be looked at.
    [[nodiscard]] std::string paste(std::string_view text)
    {
        const auto answer =
            officer.post(path + "/dan", {{"bang", "mo_hinh"}, {"noi-dung", std::string{text}}});
        REQUIRE(answer.status == 303);
        return std::string{answer.header("location")};
    }

    http::Response confirm(const std::string& proposal)
    {
        const auto page = officer.get(proposal);
        constexpr std::string_view mark = "name=\"stamp\" value=\"";
        const auto at = page.text().find(mark);
        if (at == std::string::npos) return officer.post(proposal, {{"stamp", "x"}});
        const auto from = at + mark.size();
        const auto stamp = page.text().substr(from, page.text().find('"', from) - from);
        return officer.post(proposal, {{"stamp", std::string{stamp}}});
    }

    [[nodiscard]] std::string workbook()
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        const auto now = MUST(ReportStore{transaction}.find(report.id));
        auto filled = MUST(filled_of(context, transaction, now));
        filled.indicators[2].typed = Amount{.numerator = 45 * ten_thousandths_of_one};
        filled.texts["vuong_mac"] = "Thiếu máy quét";
        return MUST(workbook_of(filled, context.services().data_folder + "/tmp"));
    }
};

}  // namespace

TEST_CASE("rows are pasted, looked at, and only then written")
{
    Desk desk;
    CHECK(has(desk.officer.get(desk.path), "Dán từ Excel vào bảng Mô hình hay"));
    const auto proposal = desk.paste("Tên\tSố lần\nTổ lưu động\t3\nTổ một cửa\t4");
    const auto page = desk.officer.get(proposal);
    CHECK(page.status == 200);
    CHECK(has(page, "Tổ lưu động"));
    CHECK(has(page, "Mô hình hay, dòng mới 2, Số lần"));
    CHECK(desk.cell("mo_hinh/ten", 1).empty());
    CHECK(desk.officer.post(proposal, {{"stamp", "khác"}}).status == 409);
    CHECK(desk.cell("mo_hinh/ten", 1).empty());
    CHECK(desk.confirm(proposal).status == 303);
    CHECK(desk.cell("mo_hinh/ten", 1) == "Tổ lưu động");
    CHECK(desk.cell("mo_hinh/so", 2) == "4");
    CHECK(desk.officer.get(proposal).status == 404);  // written once
    // The same again changes nothing.
    const auto again = desk.paste("Tên\tSố lần\nTổ lưu động\t3");
    CHECK(has(desk.officer.get(again), "không có gì để ghi"));
    CHECK(desk.officer.post(again + "/bo").status == 303);
    CHECK(desk.officer.get(again).status == 404);
}

TEST_CASE("what cannot be read stays to be mended, and nothing of it is written")
{
    Desk desk;
    const auto proposal = desk.paste("Tổ lưu động\tnhiều");
    const auto page = desk.officer.get(proposal);
    CHECK(has(page, "Chưa ghi được"));
    CHECK(has(page, "Hãy ghi một số"));
    CHECK(has(page, "Tổ lưu động\tnhiều</textarea>"));
    CHECK_FALSE(has(page, "Ghi vào báo cáo</button>"));
    CHECK(desk.confirm(proposal).status == 409);
    const auto refused =
        desk.officer.post(desk.path + "/dan", {{"bang", "mo_hinh"}, {"noi-dung", "a\t1\tthừa"}});
    CHECK(refused.status == 422);
    CHECK(has(refused, "a\t1\tthừa</textarea>"));
    CHECK(desk.officer.post(desk.path + "/dan", {{"bang", "khong_co"}, {"noi-dung", "a"}}).status ==
          422);
}

TEST_CASE("a mark of secrecy is refused wherever it is brought, kept nowhere and not shown again")
{
    Desk desk;
    const auto refused =
        desk.officer.post(desk.path + "/dan", {{"bang", "mo_hinh"}, {"noi-dung", "TỐI MẬT\t1"}});
    CHECK(refused.status == 422);
    CHECK(has(refused, "không được lưu"));
    CHECK_FALSE(has(refused, "TỐI MẬT"));
    auto context = desk.app.system_context();
    auto transaction = MUST(context.read());
    const auto now = MUST(ReportStore{transaction}.find(desk.report.id));
    auto filled = MUST(filled_of(context, transaction, now));
    filled.texts["vuong_mac"] = "Độ mật: TỐI MẬT";
    const auto bytes = MUST(workbook_of(filled, context.services().data_folder + "/tmp"));
    const auto file = desk.officer.upload(desk.path + "/nhap", "sheet", "a.xlsx", bytes);
    CHECK(file.status == 422);
    CHECK(has(file, "không được lưu"));
}

TEST_CASE("a workbook comes back, and what somebody else changed meanwhile is looked at again")
{
    Desk desk;
    CHECK(desk.officer.get(desk.path + "/mau.xlsx").status == 200);
    CHECK(desk.app.as(Role::coordinator, "SNV").get(desk.path + "/mau.xlsx").status == 200);
    CHECK(desk.app.as(Role::agency_officer, "STC").get(desk.path + "/mau.xlsx").status == 403);
    const auto bytes = desk.workbook();
    const auto taken = desk.officer.upload(desk.path + "/nhap", "sheet", "báo cáo.xlsx", bytes);
    REQUIRE(taken.status == 303);
    const std::string proposal{taken.header("location")};
    const auto page = desk.officer.get(proposal);
    CHECK(has(page, "báo cáo.xlsx"));
    CHECK(has(page, "Thiếu máy quét"));
    constexpr std::string_view mark = "name=\"stamp\" value=\"";
    const auto from = page.text().find(mark) + mark.size();
    const std::string stamp{page.text().substr(from, page.text().find('"', from) - from)};
    CHECK(
        desk.officer.post(desk.path + "/o", {{"o-ho_so-0", "7"}, {"base", R"([["o-ho_so-0",""]])"}})
            .status == 303);
    const auto late = desk.officer.post(proposal, {{"stamp", stamp}});
    CHECK(late.status == 409);
    CHECK(has(late, "đã thay đổi từ khi bạn xem trước"));
    CHECK(desk.cell("ho_so") == "7");
    CHECK(desk.confirm(proposal).status == 303);
    CHECK(desk.cell("ho_so") == "45");
    CHECK(desk.cell("vuong_mac") == "Thiếu máy quét");
    const auto other = desk.officer.upload(desk.path + "/nhap", "sheet", "a.txt", "không phải");
    CHECK(other.status == 422);
    CHECK(other.text().find("loi-sheet") != std::string::npos);
}

TEST_CASE("nobody brings anything into a foreign report, or into one that was sent")
{
    Desk desk;
    const auto proposal = desk.paste("Tổ lưu động\t3");
    auto other = desk.app.as(Role::agency_officer, "STC");
    auto collector = desk.app.as(Role::coordinator, "SNV");
    for (auto* visitor : {&other, &collector}) {
        CHECK(visitor->post(desk.path + "/dan", {{"bang", "mo_hinh"}, {"noi-dung", "a"}}).status ==
              403);
        CHECK(visitor->get(proposal).status == 403);
        CHECK(visitor->post(proposal, {{"stamp", "x"}}).status == 403);
        CHECK(visitor->post(proposal + "/bo").status == 403);
        CHECK(visitor->upload(desk.path + "/nhap", "sheet", "a.xlsx", "x").status == 403);
    }
    {
        auto context = desk.app.system_context();
        auto transaction = MUST(context.begin());
        auto sent = desk.report;
        sent.state = State::submitted;
        MUST(ReportStore{transaction}.save(sent));
        MUST(transaction.commit());
    }
    CHECK(desk.officer.get(proposal).status == 409);
    CHECK(desk.officer.post(proposal, {{"stamp", "x"}}).status == 409);
    CHECK(desk.officer.post(desk.path + "/dan", {{"bang", "mo_hinh"}, {"noi-dung", "a"}}).status ==
          409);
}

}  // namespace caicach::report
