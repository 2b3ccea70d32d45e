#include <doctest/doctest.h>

#include <string>

#include "report/report_store.hpp"
#include "report/testing.hpp"
#include "support/app.hpp"
#include "support/sent_body.hpp"

namespace caicach::report
{
namespace
{

using caicach::testing::App;
using identity::Role;

bool has(const http::Response& page, std::string_view words)
{
    return page.text().find(words) != std::string::npos;
}

/// A period of a form of SNV, in which SYT has sent its report.
struct Office {
    App app{};
    Form form{};
    std::string period{};
    std::string report{};

    Office()
    {
        auto context = app.system_context();
        form = testing::form_of(context, "SNV");
        const auto sent = testing::report_of(context, form, "SYT");
        report = "/bao-cao/" + sent.code;
        period = path() + "/" + testing::period_code(context, sent);
    }

    [[nodiscard]] std::string path() const { return "/tong-hop/" + form.code; }
    void send()
    {
        auto head = app.as(Role::agency_head, "SYT");
        REQUIRE(head.post(report + "/o?phan=x", {{"o-ho_so-0", "1.250"}}).status == 303);
        REQUIRE(head.post(report + "/gui", {{"khong_mat", "1"}}).status == 303);
    }
};

}  // namespace

TEST_CASE("who collects sees what was sent, added up, and who is missing")
{
    Office office;
    office.send();
    auto coordinator = office.app.as(Role::coordinator, "SNV");
    const auto forms = coordinator.get("/tong-hop");
    CHECK(has(forms, office.path()));
    CHECK(has(forms, "1 trong"));
    CHECK(has(coordinator.get(office.path()), office.period));
    const auto page = coordinator.get(office.period);
    CHECK(page.status == 200);
    CHECK(has(page, "1.250"));
    CHECK(has(page, "Số cộng dưới đây còn thiếu"));
    CHECK(has(page, office.report));
    const auto numbers = coordinator.get(office.period + "?chi-tieu=ho_so");
    CHECK(has(numbers, "Từng cơ quan: Hồ sơ"));
    CHECK(has(numbers, "Sở Y tế"));
    CHECK(has(coordinator.get(office.period + "?chi-tieu=ho_so&nhu=hien-nay"), "1.250"));
    CHECK_FALSE(has(coordinator.get(office.period + "?chi-tieu=khong_co"), "Từng cơ quan"));
}

TEST_CASE("nobody adds up what is sent to others")
{
    Office office;
    office.send();
    auto other = office.app.as(Role::agency_officer, "SYT");
    const auto forms = other.get("/tong-hop");
    CHECK(forms.status == 200);
    CHECK_FALSE(has(forms, office.path()));
    CHECK(other.get(office.path()).status == 403);
    CHECK(other.get(office.period).status == 403);
    CHECK(other.get(office.period + "?noi-nhan=so-noi-vu").status == 403);
    auto coordinator = office.app.as(Role::coordinator, "SNV");
    CHECK(coordinator.get(office.period + "?noi-nhan=so-y-te").status == 404);
    CHECK(coordinator.get(office.path() + "/KHONGCO").status == 404);
    auto context = office.app.system_context();
    const auto another = testing::form_of(context, "SNV");
    const auto code = office.period.substr(office.period.rfind('/'));
    CHECK(coordinator.get("/tong-hop/" + another.code + code).status == 404);
}

TEST_CASE("periods are looked at side by side, by number, by agency and by field of work")
{
    Office office;
    office.send();
    auto coordinator = office.app.as(Role::coordinator, "SNV");
    const auto path = office.path();
    CHECK(has(coordinator.get(path + "?theo=ky&chi-tieu=ho_so"), "1.250"));
    const auto agencies = coordinator.get(path + "?theo=co-quan&chi-tieu=ho_so");
    CHECK(has(agencies, "Sở Y tế"));
    CHECK(has(agencies, "class=\"bar\""));
    CHECK(has(coordinator.get(path + "?theo=co-quan&chi-tieu=ho_so&nhu=hien-nay"), "Sở Y tế"));
    const auto areas = coordinator.get(path + "?theo=linh-vuc&linh-vuc=direction");
    CHECK(has(areas, "Tin, bài"));
    CHECK_FALSE(has(areas, "1.250"));
    CHECK(has(coordinator.get(path + "?theo=co-quan&so-ky=60"), "Sở Y tế"));
    for (const auto* wrong : {"61", "0", "nhieu"}) {
        const auto refused = coordinator.get(path + "?theo=co-quan&so-ky=" + wrong);
        CHECK(refused.status == 422);
        CHECK(has(refused, "Số kỳ phải là số nguyên từ 1 đến 60."));
        CHECK(coordinator.get(path + "/canh-nhau.csv?theo=ky&so-ky=" + wrong).status == 422);
    }
    const auto table = coordinator.get(path + "/canh-nhau.csv?theo=co-quan&chi-tieu=ho_so");
    CHECK(has(table, "Cơ quan,"));
    CHECK(has(table, "Sở Y tế,1.250"));
    const auto book = coordinator.get(path + "/canh-nhau.xlsx?theo=co-quan&chi-tieu=ho_so");
    CHECK(caicach::testing::sent_body(book).starts_with("PK"));
    auto other = office.app.as(Role::agency_officer, "SYT");
    CHECK(other.get(path + "?theo=ky").status == 403);
    CHECK(other.get(path + "/canh-nhau.csv").status == 403);
}

TEST_CASE("all numbers are taken along as CSV and as a workbook, by who may add them up")
{
    Office office;
    office.send();
    auto coordinator = office.app.as(Role::coordinator, "SNV");
    auto other = office.app.as(Role::agency_officer, "SYT");
    for (const auto& of : {office.path(), office.period}) {
        const auto csv = coordinator.get(of + "/so-lieu.csv");
        const auto text = caicach::testing::sent_body(csv);
        CHECK(text.find("SYT,Sở Y tế,ho_so,Hồ sơ,hồ sơ,1250,,Đã gửi") != std::string::npos);
        const auto book = coordinator.get(of + "/so-lieu.xlsx");
        CHECK(caicach::testing::sent_body(book).starts_with("PK"));
        CHECK(other.get(of + "/so-lieu.csv").status == 403);
        CHECK(other.get(of + "/so-lieu.xlsx").status == 403);
    }
}

TEST_CASE("texts of those who report are taken into the report of all, once")
{
    Office office;
    auto head = office.app.as(Role::agency_head, "SYT");
    REQUIRE(head.post(office.report + "/o?phan=x", {{"o-vuong_mac-0", "Thiếu máy quét."}}).status ==
            303);
    office.send();
    auto coordinator = office.app.as(Role::coordinator, "SNV");
    const auto path = office.period + "/loi-van";
    const auto page = coordinator.get(path);
    CHECK(has(page, "Thiếu máy quét."));
    CHECK_FALSE(has(page, "/lay"));
    CHECK(has(coordinator.get(office.period + "/loi-van.csv"), "Sở Y tế,Thiếu máy quét."));
    CHECK(has(coordinator.get(path + "?phan=mo_hinh"), "Chưa cơ quan nào gửi phần này"));
    auto officer = office.app.as(Role::agency_officer, "SNV");
    CHECK(has(officer.get(path), "Lấy lời của Sở Y tế"));
    const caicach::testing::Fields fields{{"phan", "vuong_mac"}, {"co-quan", "so-y-te"}};
    CHECK(coordinator.post(path + "/lay", fields).status == 403);
    auto other = office.app.as(Role::agency_officer, "SYT");
    CHECK(other.post(path + "/lay", fields).status == 403);
    CHECK(officer.post(path + "/lay", fields).status == 303);
    CHECK(officer.post(path + "/lay", {{"phan", "vuong_mac"}}).status == 303);
    auto context = office.app.system_context();
    const auto own = testing::report_of(context, office.form, "SNV");
    const auto text = officer.get("/bao-cao/" + own.code).text();
    const auto first = text.find("Sở Y tế: Thiếu máy quét.");
    CHECK(first != std::string::npos);
    CHECK(officer.post(path + "/lay", {{"phan", "mo_hinh"}}).status == 404);
}

TEST_CASE("who collects reminds an agency, or all that owe theirs, from the page")
{
    Office office;
    static_cast<void>(office.app.as(Role::agency_officer, "STC"));
    office.send();
    auto coordinator = office.app.as(Role::coordinator, "SNV");
    const auto path = office.period + "/nhac";
    const auto before = coordinator.get(office.period);
    CHECK(has(before, "action=\"" + path + "?noi-nhan=so-noi-vu\""));
    CHECK(has(before, "cơ quan chưa gửi"));
    CHECK_FALSE(has(before, "đã nhắc hôm nay"));
    const caicach::testing::Fields finance{{"co-quan", "so-tai-chinh"}};
    CHECK(coordinator.post(path, finance).status == 303);
    CHECK(has(coordinator.get(office.period), "đã nhắc hôm nay"));
    const auto again = coordinator.post(path, finance);
    CHECK(again.status == 409);
    CHECK(has(again, "Hôm nay đã nhắc rồi."));
    CHECK(coordinator.post(path, {{"co-quan", "so-y-te"}}).status == 409);  // it has sent
    CHECK(coordinator.post(path, {{"co-quan", "khong-co"}}).status == 404);
    // Who may read the totals does not press for reports by that alone.
    auto head = office.app.as(Role::agency_head, "SNV");
    CHECK_FALSE(has(head.get(office.period), "Nhắc gửi"));
    CHECK(head.post(path, finance).status == 403);
    CHECK(office.app.as(Role::agency_officer, "SYT").post(path, finance).status == 403);
    static_cast<void>(office.app.as(Role::agency_officer, "STP"));
    CHECK(coordinator.post(path, {{"co-quan", ""}}).status == 303);
    CHECK(has(coordinator.get(office.period), "đã nhắc hôm nay"));
}

TEST_CASE("the committee above has the one report that is made of all, once")
{
    Office office;
    office.send();
    auto context = office.app.system_context();
    auto transaction = MUST(context.read());
    const auto committee = MUST(organisation::agency_by_code(transaction, "UBND", context.today()));
    auto overseer = office.app.as(Role::overseer, "UBND");
    const auto page = overseer.get(office.period + "?noi-nhan=" + committee.slug);
    CHECK(page.status == 200);
    CHECK(has(page, "0 trong 1 cơ quan phải báo cáo"));
    CHECK_FALSE(has(page, "1.250"));
}

}  // namespace caicach::report
