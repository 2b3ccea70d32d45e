#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "json/value.hpp"
#include "report/design/form_book_writer.hpp"
#include "report/form/definition_json.hpp"
#include "report/form/form_store.hpp"
#include "report/form/put_in_force.hpp"
#include "report/form/shipped_forms.hpp"
#include "report/testing.hpp"
#include "support/app.hpp"

namespace caicach::report
{
namespace
{

using caicach::testing::App;
using caicach::testing::Visitor;
using identity::Role;

bool has(const http::Response& page, std::string_view words)
{
    return page.text().find(words) != std::string::npos;
}

/// The code of the form of that key.
std::string code_of(App& app, std::string_view key)
{
    auto context = app.system_context();
    auto transaction = MUST(context.read());
    const auto form = MUST(FormStore{transaction}.by_key(key));
    REQUIRE(form);
    return form->code;
}

std::size_t count_of_versions(App& app, std::string_view key)
{
    auto context = app.system_context();
    auto transaction = MUST(context.read());
    const auto form = MUST(FormStore{transaction}.by_key(key));
    return form ? MUST(FormStore{transaction}.versions(form->id)).size() : 0;
}

std::string json_of(const Definition& form) { return json::dump(to_json(form), true); }

http::Response bring(Visitor& visitor, std::string_view content)
{
    return visitor.upload("/mau-bao-cao/nhap", "file", "mẫu.json", content);
}

}  // namespace

TEST_CASE("a suggested form is seen by who makes forms, and by all once it is in force")
{
    App app;
    auto coordinator = app.as(Role::coordinator);
    auto officer = app.as(Role::agency_officer, "SYT");
    const auto path = "/mau-bao-cao/" + code_of(app, "par_quarter");
    CHECK(has(coordinator.get("/mau-bao-cao"), "Chưa ban hành"));
    const auto list = officer.get("/mau-bao-cao");
    CHECK(has(list, "Chưa có mẫu nào đang dùng"));
    CHECK_FALSE(has(list, path));
    CHECK(officer.get(path).status == 404);

    const auto draft = coordinator.get(path);
    CHECK(draft.status == 200);
    CHECK(has(draft, "Mẫu gợi ý kèm phần mềm, chưa dùng"));
    CHECK(has(draft, "<option value=\"SNV\" selected"));
    CHECK(coordinator.post(path + "/ban-hanh", {{"owner", "SNV"}, {"ban", "1"}, {"version", "1"}})
              .status == 303);
    CHECK(has(coordinator.get("/mau-bao-cao"), "Đang dùng"));
    const auto page = officer.get(path);
    CHECK(page.status == 200);
    CHECK(has(page, "Sở Nội vụ"));
    CHECK(has(page, "Các sở, ban, ngành; Ủy ban nhân dân cấp xã"));
    CHECK_FALSE(has(page, "Bỏ bản nháp"));
}

TEST_CASE("the forms of the program have no fault, and can be put in force as they come")
{
    App app;
    auto context = app.system_context();
    std::vector<std::string> keys;
    for (const auto& form : shipped_forms()) {
        CAPTURE(form.key);
        keys.push_back(form.key);
        auto transaction = MUST(context.begin());
        for (const auto& fault : MUST(all_faults(context, transaction, form)))
            FAIL_CHECK(fault.key << " " << fault.field);
        CHECK_FALSE(form.note.empty());
        CHECK_FALSE(form.secrecy_notice.empty());
        const auto found = MUST(FormStore{transaction}.by_key(form.key));
        REQUIRE(found);
        CHECK_FALSE(found->owner);
        const auto version = MUST(FormStore{transaction}.version(found->id, 1));
        CHECK(version.state == VersionState::draft);
        CHECK(version.is_shipped);
        MUST(put_in_force(context, transaction, *found, version, "SNV"));
        MUST(transaction.commit());
    }
    CHECK(keys == std::vector<std::string>{"ad_hoc", "communication_result", "late_month",
                                           "par_quarter", "target_progress"});
    auto officer = app.as(Role::agency_officer, "SYT");
    const auto page = officer.get("/mau-bao-cao/" + code_of(app, "par_quarter"));
    CHECK(has(page, "cơ quan sửa được; bắt buộc. Nguồn: Nhiệm vụ kế hoạch đến hạn"));
    CHECK(has(page, "Lấy từ danh sách: Tiến độ các chỉ tiêu của kế hoạch"));
    CHECK(has(page, "Chữ, lấy sẵn"));
}

TEST_CASE("a form's page says each period of the year with its due day, and why")
{
    App app;
    auto coordinator = app.as(Role::coordinator);
    const auto page = coordinator.get("/mau-bao-cao/" + code_of(app, "par_quarter"));
    CHECK(has(page, "Các kỳ của năm 2026"));
    CHECK(has(page, "Quý I năm 2026"));
    CHECK(has(page, "Hằng quý, kỳ bắt đầu từ ngày 15 của tháng trước"));
    CHECK(has(page, "6 tháng đầu năm 2026"));
    CHECK(has(page, "từ 15/12/2025 đến 14/03/2026"));
    CHECK(has(page, "datetime=\"2026-03-17\""));
    CHECK(has(page, "Chậm nhất ngày 17 tháng 3/2026"));
    CHECK(has(page, "sau ngày 31/03/2026"));
    CHECK(has(page, "datetime=\"2026-03-25\""));  // the owner's own
    CHECK(has(page, "“Giải quyết trước hạn và đúng hạn” + “Giải quyết quá hạn” bằng"));
    const auto year = coordinator.get("/mau-bao-cao/" + code_of(app, "communication_result"));
    CHECK(has(year, "datetime=\"2026-11-29\""));
    CHECK(has(year, "từ 01/01/2026 đến 20/11/2026"));
    const auto ad_hoc = coordinator.get("/mau-bao-cao/" + code_of(app, "ad_hoc"));
    CHECK(has(ad_hoc, "không theo kỳ định sẵn"));
}

TEST_CASE("the year's periods of all forms in force are one table to take along")
{
    App app;
    auto coordinator = app.as(Role::coordinator);
    for (const auto* key : {"par_quarter", "ad_hoc"}) {
        const auto path = "/mau-bao-cao/" + code_of(app, key) + "/ban-hanh";
        CHECK(coordinator.post(path, {{"owner", "SNV"}, {"ban", "1"}, {"version", "1"}}).status ==
              303);
    }
    auto officer = app.as(Role::agency_officer, "SYT");
    CHECK(has(officer.get("/mau-bao-cao"), "href=\"/mau-bao-cao.csv\""));
    const auto file = officer.get("/mau-bao-cao.csv");
    CHECK(file.type == "text/csv; charset=utf-8");
    CHECK(has(file, "quý I năm 2026,15/12/2025,14/03/2026,17/03/2026,31/03/2026,25/03/2026\r\n"));
    CHECK(has(file, "Khi có yêu cầu,,,,,,\r\n"));
    CHECK_FALSE(has(file, "tuyên truyền"));  // not in force
}

TEST_CASE("a form is put in force once, for an agency, and what was typed stays where it is not")
{
    App app;
    auto coordinator = app.as(Role::coordinator);
    const auto path = "/mau-bao-cao/" + code_of(app, "late_month");
    const auto nobody =
        coordinator.post(path + "/ban-hanh", {{"owner", ""}, {"ban", "1"}, {"version", "1"}});
    CHECK(nobody.status == 422);
    CHECK(has(nobody, "Hãy chọn cơ quan chủ quản của mẫu"));
    CHECK(coordinator.post(path + "/ban-hanh", {{"owner", "SNV"}, {"ban", "1"}, {"version", "2"}})
              .status == 409);
    CHECK(coordinator.post(path + "/ban-hanh", {{"owner", "SNV"}, {"ban", "9"}, {"version", "1"}})
              .status == 404);
    CHECK(has(coordinator.get(path), "chưa dùng"));
    CHECK(coordinator.post(path + "/ban-hanh", {{"owner", "SNV"}, {"ban", "1"}, {"version", "1"}})
              .status == 303);
    CHECK(coordinator.post(path + "/ban-hanh", {{"owner", "SNV"}, {"ban", "1"}, {"version", "1"}})
              .status == 409);
    CHECK(coordinator.post(path + "/bo", {{"ban", "1"}, {"version", "2"}}).status == 409);
}

TEST_CASE("who makes forms at one agency does not put in force or discard those of another")
{
    App app;
    auto context = app.system_context();
    const auto form = testing::form_of(context, "SNV");
    const auto path = "/mau-bao-cao/" + form.code;
    auto other = app.as(Role::coordinator, "SYT");
    CHECK(
        other.post(path + "/ban-hanh", {{"owner", "SYT"}, {"ban", "2"}, {"version", "1"}}).status ==
        403);
    CHECK(other.post(path + "/bo", {{"ban", "2"}, {"version", "1"}}).status == 403);
    CHECK(other.get(path + "?ban=2").status == 404);
    CHECK_FALSE(has(other.get(path), "bản sửa"));
    // Nor does the owner give a form away to where it has no say.
    auto own = app.as(Role::coordinator, "SNV");
    CHECK(own.post(path + "/ban-hanh", {{"owner", "SYT"}, {"ban", "2"}, {"version", "1"}}).status ==
          403);
    CHECK(own.post(path + "/bo", {{"ban", "2"}, {"version", "1"}}).status == 303);
}

TEST_CASE("the versions of a form stand beside each other, and a draft says what it changes")
{
    App app;
    auto context = app.system_context();
    const auto form = testing::form_of(context, "SNV");
    const auto path = "/mau-bao-cao/" + form.code;
    auto coordinator = app.as(Role::coordinator);
    CHECK_FALSE(has(coordinator.get(path), "Khác bản"));
    const auto draft = coordinator.get(path + "?ban=2");
    CHECK(has(draft, "Khác bản 1"));
    CHECK(has(draft, "Báo cáo thử, bản sửa"));
    CHECK(coordinator.post(path + "/ban-hanh", {{"owner", "SNV"}, {"ban", "2"}, {"version", "1"}})
              .status == 303);
    const auto old = coordinator.get(path + "?ban=1");
    CHECK(has(old, "Đã được thay"));
    CHECK(coordinator.get(path + "?ban=3").status == 404);
    CHECK(coordinator.get(path + "?ban=x").status == 422);
}

TEST_CASE("a form goes out as JSON and comes back as the same")
{
    App app;
    auto context = app.system_context();
    const auto form = testing::form_of(context, "SNV");
    auto officer = app.as(Role::agency_officer, "SYT");
    const auto file = officer.get("/mau-bao-cao/" + form.code + "/mau.json?ban=1");
    CHECK(file.status == 200);
    CHECK(file.type.starts_with("application/json"));
    const auto value = MUST(json::parse(file.text()));
    const auto read = definition_from(value);
    CHECK(read.faults.empty());
    CHECK(read.definition.owner == "SNV");
    CHECK(officer.get("/mau-bao-cao/" + form.code + "/mau.json?ban=2").status == 404);
    auto coordinator = app.as(Role::coordinator);
    const auto again = bring(coordinator, file.text());
    CHECK(has(again, "Không có gì khác"));
    CHECK_FALSE(has(again, "Lập bản nháp</button>"));
}

TEST_CASE("a form that is brought is looked at, becomes a draft, and then comes into force")
{
    App app;
    auto coordinator = app.as(Role::coordinator);
    auto form = testing::sample_form();
    const auto shown = bring(coordinator, json_of(form));
    CHECK(shown.status == 200);
    CHECK(has(shown, "Mẫu mới: chưa có mẫu nào mang mã “thu”"));
    CHECK(has(shown, "Lập bản nháp</button>"));
    CHECK(count_of_versions(app, "thu") == 0);
    const auto kept = coordinator.post("/mau-bao-cao/nhap/ghi", {{"content", json_of(form)}});
    CHECK(kept.status == 303);
    const auto path = "/mau-bao-cao/" + code_of(app, "thu");
    CHECK(kept.header("location") == path + "?ban=1");
    CHECK(coordinator.post(path + "/ban-hanh", {{"owner", "SNV"}, {"ban", "1"}, {"version", "1"}})
              .status == 303);
    form.title = "Báo cáo thử, sửa";
    const auto amended = bring(coordinator, json_of(form));
    CHECK(has(amended, "So với bản 1 đang dùng"));
    CHECK(has(amended, "Báo cáo thử, sửa"));
    CHECK(coordinator.post("/mau-bao-cao/nhap/ghi", {{"content", json_of(form)}}).status == 303);
    // Twice the same, or another one beside the draft: told, not kept.
    CHECK(coordinator.post("/mau-bao-cao/nhap/ghi", {{"content", json_of(form)}}).status == 409);
    CHECK(count_of_versions(app, "thu") == 2);
}

TEST_CASE("a form goes out as a workbook, and comes back as a draft that was looked at")
{
    App app;
    auto context = app.system_context();
    const auto form = testing::form_of(context, "SNV");
    const auto path = "/mau-bao-cao/" + form.code;
    auto officer = app.as(Role::agency_officer, "SYT");
    const auto file = officer.get(path + "/mau.xlsx?ban=1");
    CHECK(file.status == 200);
    CHECK(file.type.ends_with("spreadsheetml.sheet"));
    CHECK(officer.get(path + "/mau.xlsx?ban=2").status == 404);
    CHECK(officer.upload("/mau-bao-cao/nhap", "file", "mẫu.xlsx", file.text()).status == 403);
    auto coordinator = app.as(Role::coordinator);
    CHECK(has(coordinator.get(path), path + "/mau.xlsx?ban=1"));
    const auto bring_book = [&](std::string_view bytes) {
        return coordinator.upload("/mau-bao-cao/nhap", "file", "mẫu.xlsx", bytes);
    };
    const auto same = bring_book(file.text());
    CHECK(same.status == 200);
    CHECK(has(same, "So với bản 1 đang dùng"));
    CHECK(has(same, "Không có gì khác"));
    CHECK_FALSE(has(same, "Lập bản nháp</button>"));
    const auto changed = coordinator.get(path + "/mau.xlsx?ban=2");
    const auto shown = bring_book(changed.text());
    CHECK(has(shown, "Báo cáo thử, bản sửa"));
    CHECK(has(shown, "name=\"from\" value=\"xlsx\""));
    CHECK(count_of_versions(app, form.key) == 2);

    // What is wrong is told by sheet, row and column, of rules that ask the directory too.
    auto wrong = testing::sample_form();
    wrong.reporters = {"khong_co"};
    const auto bytes = MUST(book_of(wrong, {}, std::filesystem::temp_directory_path().string()));
    const auto told = bring_book(bytes);
    CHECK(told.status == 422);
    CHECK(has(told, "Mẫu, dòng 6, cột “Nội dung”</strong>: “khong_co” không phải"));
    CHECK_FALSE(has(told, "Lập bản nháp</button>"));
    const auto other = bring_book("PK\x03\x04 hỏng");
    CHECK(other.status == 422);

    auto fresh = testing::sample_form();
    const auto kept =
        coordinator.post("/mau-bao-cao/nhap/ghi", {{"content", json_of(fresh)}, {"from", "xlsx"}});
    CHECK(kept.status == 303);
    CHECK(has(coordinator.get(std::string{kept.header("location")}), "Nhập từ tệp Excel"));
    // Never in force, it is compared with the draft.
    fresh.title = "Báo cáo thử, sửa";
    const auto later = bring(coordinator, json_of(fresh));
    CHECK(has(later, "So với bản nháp 1"));
    CHECK(has(later, "Báo cáo thử, sửa"));
}

TEST_CASE("what is no form is told with its places and not kept")
{
    App app;
    auto coordinator = app.as(Role::coordinator);
    const auto words = bring(coordinator, "không phải JSON");
    CHECK(words.status == 422);
    CHECK(has(words, "Dữ liệu JSON viết sai"));
    auto form = testing::sample_form();
    form.sections[0].key = "Sai khóa";
    form.reporters = {"khong_co"};
    const auto wrong = bring(coordinator, json_of(form));
    CHECK(wrong.status == 422);
    CHECK(has(wrong, "/sections/0/key"));
    CHECK(has(wrong, "/reporters/0"));
    CHECK_FALSE(has(wrong, "Lập bản nháp</button>"));
    const auto unknown = bring(coordinator, R"({"ten": "<b>"})");
    CHECK(unknown.status == 422);
    CHECK(has(unknown, "/ten"));
    CHECK(coordinator.post("/mau-bao-cao/nhap/ghi", {{"content", json_of(form)}}).status == 422);
    CHECK(count_of_versions(app, "thu") == 0);
    auto officer = app.as(Role::agency_officer, "SYT");
    CHECK(bring(officer, json_of(testing::sample_form())).status == 403);
}

}  // namespace caicach::report
