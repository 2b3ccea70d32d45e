#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "report/form/form_store.hpp"
#include "report/period/opening.hpp"
#include "report/report_store.hpp"
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

organisation::AgencyId agency_of(App& app, std::string_view code)
{
    auto context = app.system_context();
    auto transaction = MUST(context.read());
    return MUST(organisation::agency_by_code(transaction, code, context.today())).id;
}

/// Everything that the agency owes or owed.
std::vector<Report> reports_of(App& app, std::string_view code)
{
    const auto agency = agency_of(app, code);
    auto context = app.system_context();
    auto transaction = MUST(context.read());
    std::vector<Report> reports;
    for (auto& one : MUST(ReportStore{transaction}.listed({.agency = agency,
                                                           .due_from = *Date::create(2000, 1, 1),
                                                           .due_until = *Date::create(2100, 1, 1),
                                                           .limit = 100})))
        reports.push_back(std::move(one.report));
    return reports;
}

/// A form in force of the Department of Home Affairs, and its periods opened by the job.
std::string opened_form(App& app)
{
    auto context = app.system_context();
    const auto code = testing::form_of(context, "SNV").code;
    app.run_jobs();
    return code;
}

std::string ad_hoc_form(App& app)
{
    auto context = app.system_context();
    auto definition = testing::sample_form();
    definition.key = "dot_xuat";
    definition.is_ad_hoc = true;
    definition.owner_reports = false;
    auto transaction = MUST(context.begin());
    const auto form = MUST(make_draft(context, transaction, definition, "Tệp thử"));
    const auto draft = MUST(FormStore{transaction}.version(form.id, 1));
    MUST(put_in_force(context, transaction, form, draft, "SNV"));
    MUST(transaction.commit());
    return form.code;
}

}  // namespace

TEST_CASE("what an agency owes stands in its list as soon as the period is open")
{
    App app;
    auto officer = app.as(Role::agency_officer, "SYT");
    CHECK(has(officer.get("/bao-cao"), "Không có báo cáo nào"));
    opened_form(app);
    const auto list = officer.get("/bao-cao");
    CHECK(list.status == 200);
    CHECK(has(list, "Báo cáo thử</a>"));
    CHECK(has(list, "6 tháng đầu năm 2026"));
    CHECK(has(list, "Chưa lập"));
    CHECK(has(list, "href=\"/bao-cao.csv?co-quan="));
    const auto file = officer.get("/bao-cao.csv");
    CHECK(file.type == "text/csv; charset=utf-8");
    CHECK(has(file, "Báo cáo thử,6 tháng đầu năm 2026,17/06/2026,Chưa lập,chưa,,chưa,,,\r\n"));
}

TEST_CASE("a list of reports is narrowed by form, year and standing")
{
    App app;
    const auto form = opened_form(app);
    auto officer = app.as(Role::agency_officer, "SYT");
    constexpr std::string_view row = "Báo cáo thử</a>";
    CHECK(has(officer.get("/bao-cao?nam=2026"), row));
    CHECK_FALSE(has(officer.get("/bao-cao?nam=2025"), row));
    CHECK(officer.get("/bao-cao?nam=nay").status == 422);
    CHECK(has(officer.get("/bao-cao?mau=" + form), row));
    CHECK(has(officer.get("/bao-cao?tinh-trang=con-phai-gui"), row));
    CHECK_FALSE(has(officer.get("/bao-cao?tinh-trang=qua-han"), row));
    CHECK_FALSE(has(officer.get("/bao-cao?tinh-trang=da-gui"), row));
    app.clock.pass_seconds(100LL * 24 * 3600);  // to 23 June
    const auto late = app.as(Role::agency_officer, "SYT").get("/bao-cao?tinh-trang=qua-han");
    CHECK(has(late, row));
    CHECK(has(late, "Quá hạn 6 ngày"));
}

TEST_CASE("a long list of reports goes on at the next page")
{
    App app;
    const auto form = ad_hoc_form(app);
    {
        auto context = app.system_context();
        auto transaction = MUST(context.begin());
        const auto found = MUST(FormStore{transaction}.find(form));
        const auto used = MUST(in_force(transaction, found));
        for (int i = 0; i < 51; ++i)
            MUST(open_ad_hoc(context, transaction, used,
                             {.title = "Lần " + std::to_string(100 + i),
                              .data = {*Date::create(2026, 1, 1), *Date::create(2026, 1, 31)},
                              .due_on = Date::create(2026, 4, 1)->plus_days(i / 2),
                              .reporters = {"SYT"}}));
        MUST(transaction.commit());
    }
    auto officer = app.as(Role::agency_officer, "SYT");
    const auto first = officer.get("/bao-cao").text();
    CHECK(first.find("Lần 150") != std::string::npos);
    CHECK(first.find("Lần 100<") == std::string::npos);
    const auto at = first.find("sau=");
    REQUIRE(at != std::string::npos);
    const auto code = first.substr(at + 4, first.find_first_of("&\"", at + 4) - at - 4);
    const auto next = officer.get("/bao-cao?sau=" + code);
    CHECK(has(next, "Lần 10"));
    CHECK_FALSE(has(next, "Lần 150"));
}

TEST_CASE("a report is seen by its agency and by who collects it, and by no other agency")
{
    App app;
    opened_form(app);
    const auto reports = reports_of(app, "SYT");
    REQUIRE(reports.size() == 1);
    const auto path = "/bao-cao/" + reports[0].code;
    auto own = app.as(Role::agency_officer, "SYT");
    const auto page = own.get(path);
    CHECK(page.status == 200);
    CHECK(has(page, "Sở Y tế, 6 tháng đầu năm 2026"));
    CHECK(has(page, "từ 15/03/2026 đến 14/06/2026"));
    CHECK(has(page, "Chậm nhất ngày 17 tháng 6/2026"));
    CHECK(has(page, "Chưa, báo cáo chưa gửi"));
    CHECK(has(page, "Khóa sau ngày 01/07/2026"));
    CHECK(app.as(Role::agency_officer, "SNV").get(path).status == 200);
    CHECK(app.as(Role::agency_officer, "STC").get(path).status == 403);
    CHECK(own.get("/bao-cao/1").status == 404);
    CHECK(own.get("/bao-cao?co-quan=so-tai-chinh").status == 403);
}

TEST_CASE("periods open each night, and at once where a form comes into force")
{
    App app;
    opened_form(app);
    CHECK(reports_of(app, "SYT").size() == 1);
    app.run_jobs();
    CHECK(reports_of(app, "SYT").size() == 1);
    app.clock.pass_seconds(92LL * 24 * 3600);  // 15 June: the third quarter begins
    app.run_jobs();
    const auto reports = reports_of(app, "SYT");
    REQUIRE(reports.size() == 2);
    CHECK(reports[0].due_on == *Date::create(2026, 9, 17));
}

TEST_CASE("a period is opened by hand, once, by who may open those of the form")
{
    App app;
    const auto form = opened_form(app);
    const auto path = "/mau-bao-cao/" + form + "/mo-ky";
    auto coordinator = app.as(Role::coordinator, "SNV");
    const auto page = coordinator.get(path);
    CHECK(page.status == 200);
    CHECK(has(page, "value=\"nd09:2026Q3\""));
    CHECK(has(page, "Quý I năm 2026, hạn gửi 17/03/2026"));
    CHECK_FALSE(has(page, "value=\"nd09:2026Q2\""));  // open already
    CHECK(app.as(Role::coordinator, "SYT").get(path).status == 403);
    CHECK(app.as(Role::agency_officer, "SNV").get(path).status == 403);
    const auto nothing = coordinator.post(path, {{"ky", "nd09:2030Q1"}});
    CHECK(nothing.status == 422);
    CHECK(has(nothing, "Hãy chọn một kỳ trong danh sách"));
    CHECK(coordinator.post(path, {{"ky", "nd09:2026Q1"}}).status == 303);
    CHECK(reports_of(app, "SYT").size() == 2);
    const auto twice = coordinator.post(path, {{"ky", "nd09:2026Q1"}});
    CHECK(twice.status == 409);
    CHECK(has(twice, "Kỳ quý I năm 2026 đã mở rồi"));
    CHECK(reports_of(app, "SYT").size() == 2);
}

TEST_CASE("a report is asked for out of turn, once under one key, and what was typed stays")
{
    App app;
    const auto path = "/mau-bao-cao/" + ad_hoc_form(app) + "/mo-ky";
    auto coordinator = app.as(Role::coordinator, "SNV");
    const auto page = coordinator.get(path);
    CHECK(has(page, "Giao báo cáo</button>"));
    CHECK(has(page, "value=\"departments\" selected"));
    const auto at = page.text().find("name=\"key\" value=\"");
    REQUIRE(at != std::string::npos);
    const auto key = page.text().substr(at + 18, page.text().find('"', at + 18) - at - 18);
    Fields fields{{"key", key},          {"ten", "về phi địa giới"}, {"tu", "01/01/2026"},
                  {"den", "28/02/2026"}, {"han", "01/03/2026"},      {"noi-yeu-cau", "Bộ Nội vụ"},
                  {"co-quan", "SYT"},    {"co-quan", "STC"}};
    const auto late = coordinator.post(path, fields);
    CHECK(late.status == 422);
    CHECK(has(late, "Hạn gửi đã qua"));
    CHECK(has(late, "value=\"về phi địa giới\""));
    CHECK(has(late, "value=\"SYT\" selected"));
    CHECK_FALSE(has(late, "value=\"departments\" selected"));
    fields[4].second = "20/03/2026";
    CHECK(coordinator.post(path, fields).status == 303);
    CHECK(coordinator.post(path, fields).status == 303);
    REQUIRE(reports_of(app, "SYT").size() == 1);
    CHECK(reports_of(app, "SNV").empty());
    auto officer = app.as(Role::agency_officer, "SYT");
    const auto report = officer.get("/bao-cao/" + reports_of(app, "SYT")[0].code);
    CHECK(has(report, "Bộ Nội vụ"));
    CHECK(has(report, "về phi địa giới"));
    CHECK(has(coordinator.get(path), "Về phi địa giới"));
}

}  // namespace caicach::report
