#include <filesystem>
#include <vector>

#include "document/reader.hpp"
#include "json/value.hpp"
#include "plan/paths.hpp"
#include "plan/test/sample_plan.hpp"

namespace caicach::plan
{
namespace
{

using Rows = std::vector<std::vector<std::string>>;

/// RFC 4180, for what our writer may write.
Rows rows_of_csv(std::string_view text)
{
    Rows rows{{""}};
    bool is_quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto& cell = rows.back().back();
        if (text[i] == '"') {
            const bool is_escaped = is_quoted && i + 1 < text.size() && text[i + 1] == '"';
            if (is_escaped) cell += text[++i];
            if (!is_escaped) is_quoted = !is_quoted;
        } else if (!is_quoted && text[i] == ',') {
            rows.back().emplace_back();
        } else if (!is_quoted && text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') {
            ++i;
            rows.push_back({""});
        } else {
            cell += text[i];
        }
    }
    CHECK(!is_quoted);
    rows.pop_back();  // the last row ended with its line
    return rows;
}

std::string unfolded(std::string text)
{
    for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at)) {
        text.erase(at, 3);
    }
    return text;
}

}  // namespace

TEST_CASE("the CSV has a row for each item and reads back as it was")
{
    PlanApp plans;
    const auto file = plans.get(plans.page() + "/muc.csv");
    CHECK(file.status == 200);
    CHECK(file.type == "text/csv; charset=utf-8");
    REQUIRE(file.text().starts_with("\xEF\xBB\xBF"));
    const auto rows = rows_of_csv(std::string_view{file.text()}.substr(3));
    REQUIRE(rows.size() == 6);
    for (const auto& row : rows) CHECK(row.size() == rows[0].size());
    CHECK(rows[0][2] == "Nội dung");
    CHECK(rows[2][0] == "II.1");
    CHECK(rows[2][1] == "Hoạt động");
    CHECK(rows[2][3] == "Sở Nội vụ");
    CHECK(rows[2][9] == "2026-04-01");
    CHECK(rows[2][10] == "2026-09-30");
    CHECK(rows[1][10] == "2026-12-15");
    CHECK(rows[0][17] == "Lĩnh vực");
    CHECK(rows[1][17] == "Cải cách thủ tục hành chính");
    CHECK(rows[5][2] == script_title);  // no spreadsheet runs that
}

TEST_CASE("no cell of the CSV is run as a formula")
{
    PlanApp plans;
    const auto file = plans.get(plans.page() + "/muc.csv");
    const auto rows = rows_of_csv(std::string_view{file.text()}.substr(3));
    CHECK(rows[3][2] == "'" + std::string{formula_title});
    for (const auto& row : rows) {
        for (const auto& cell : row) {
            CAPTURE(cell);
            if (!cell.empty())
                CHECK(std::string_view{"=+-@\t\r"}.find(cell[0]) == std::string::npos);
        }
    }
}

TEST_CASE("the workbook opens and has the same rows")
{
    PlanApp plans;
    const auto file = plans.get(plans.page() + "/muc.xlsx");
    CHECK(file.status == 200);
    CHECK(file.type == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    CHECK(file.text().starts_with("PK"));
    // A formula would stand in <f>; the title is a shared or an inline string.
    const auto read = MUST(document::read_bytes(file.text(), "muc.xlsx"));
    std::string text;
    for (const auto& line : read.lines) text += line.text + "\n";
    CHECK(count(text, "Tập huấn nghiệp vụ cho công chức một cửa") == 1);
    CHECK(count(text, "=HYPERLINK") == 1);
    // In the words of the schedule, and as a day that sorts and filters as one.
    CHECK(count(text, "15/12/2026") == 2);
    CHECK(count(text, "2026-12-15") == 0);
}

TEST_CASE("making a workbook leaves nothing behind")
{
    PlanApp plans;
    CHECK(plans.get(plans.page() + "/muc.xlsx").status == 200);
    const std::filesystem::path folder{plans.app.folder() + "/tmp"};
    CHECK(std::filesystem::is_empty(folder));
}

TEST_CASE("the JSON says what the API says")
{
    PlanApp plans;
    const auto file = plans.get(plans.page() + "/muc.json");
    CHECK(file.type == "application/json");
    const auto body = MUST(json::parse(file.text()));
    const auto api = MUST(json::parse(plans.get("/api/v1/plans").text()));
    const auto items =
        MUST(json::parse(plans.get("/api/v1/plans/" + plans.edition.code + "/items").text()));
    CHECK(json::dump(body["plan"]) == json::dump(api["items"].elements().at(0)));
    CHECK(json::dump(body["items"]) == json::dump(items["items"]));
    CHECK(body["items"].elements().size() == 5);
    CHECK(!body["items"].elements().at(0).has("confidence"));
}

TEST_CASE("the calendar has deadlines, windows and what comes again")
{
    PlanApp plans;
    const auto file = plans.get(plans.page() + "/muc.ics");
    CHECK(file.type == "text/calendar; charset=utf-8");
    const auto text = unfolded(file.text());
    CHECK(count(text, "BEGIN:VEVENT\r\n") == 3);
    CHECK(count(text, "DTSTART;VALUE=DATE:20260401\r\nDTEND;VALUE=DATE:20261001\r\n") == 1);
    CHECK(count(text, "DTSTART;VALUE=DATE:20261214\r\nDTEND;VALUE=DATE:20261215\r\n") == 1);
    CHECK(count(text, "SUMMARY:Hạn: Hồ sơ trực tuyến của Đắk Mới\r\n") == 1);
    CHECK(count(text, "Nghĩa là đến hết ngày 14/12/2026") == 1);
    CHECK(count(text, "Nghĩa là đến hết ngày 24\\n") == 1);
    // Issued on 20 January, and wanted before the twenty-fifth: the first last day after it.
    CHECK(count(text, "DTSTART;VALUE=DATE:20260124\r\n") == 1);
    CHECK(count(text, "RRULE:FREQ=MONTHLY;UNTIL=20261231;BYMONTHDAY=24\r\n") == 1);
    CHECK(count(text, "DTSTAMP:20260315T020000Z\r\n") == 3);
    CHECK(count(text, "UID:muc-") == 3);
    CHECK(plans.get(plans.page() + "/muc.ics").text() == file.text());
}

TEST_CASE("what comes each half year does so in June and in December")
{
    PlanApp plans;
    auto context = plans.app.system_context();
    auto sketch = sample_sketch(context);
    sketch.items.resize(1);
    sketch.items[0].schedule = Schedule{
        .kind = Schedule::Kind::recurring, .every = Period::half, .day = 15, .limit = Limit::by};
    sketch.items[0].excluding = "văn bản mật";
    const auto edition = testing::plan_in_force(context, std::move(sketch));
    const auto page = "/ke-hoach/" + edition.slug;
    const auto text = unfolded(plans.get(page + "/muc.ics").text());
    CHECK(count(text, "DTSTART;VALUE=DATE:20260615\r\n") == 1);
    CHECK(count(text, "RRULE:FREQ=MONTHLY;UNTIL=20261231;INTERVAL=6;BYMONTHDAY=15\r\n") == 1);
    CHECK(count(text, "Sáu tháng một lần\\, chậm nhất ngày 15") == 1);
    CHECK(count(text, "Nghĩa là đến hết ngày 15") == 1);
    const auto body = MUST(json::parse(plans.get(page + "/muc.json").text()));
    const auto& item = body["items"].elements().at(0);
    CHECK(item["schedule"]["every"].as_string() == "half");
    CHECK(item["schedule"]["limit"].as_string() == "by");
    CHECK(item["excluding"].as_string() == "văn bản mật");
    CHECK(has(plans.get(page + "/muc.csv"), "văn bản mật"));
    CHECK(has(plans.get(page), "Không tính"));
}

TEST_CASE("a calendar has the days of the month behind a period, and goes on for all years")
{
    PlanApp plans;
    auto context = plans.app.system_context();
    auto sketch = sample_sketch(context);
    sketch.document.title = "Kế hoạch cải cách hành chính giai đoạn 2026-2028";
    sketch.items.resize(2);
    sketch.items[0].schedule = Schedule{.kind = Schedule::Kind::recurring,
                                        .every = Period::quarter,
                                        .day = 5,
                                        .limit = Limit::by,
                                        .month = DueMonth::after};
    sketch.items[1].schedule = Schedule{
        .kind = Schedule::Kind::deadline, .due = Date::create(2026, 12, 15), .every = Period::year};
    const auto edition = testing::plan_in_force(context, std::move(sketch));
    const auto text = unfolded(plans.get("/ke-hoach/" + edition.slug + "/muc.ics").text());
    CHECK(count(text, "DTSTART;VALUE=DATE:20260405\r\n") == 1);
    CHECK(count(text, "RRULE:FREQ=MONTHLY;UNTIL=20290131;INTERVAL=3;BYMONTHDAY=5\r\n") == 1);
    CHECK(count(text, "Hằng quý\\, chậm nhất ngày 5 của tháng đầu quý sau") == 1);
    CHECK(count(text, "DTSTART;VALUE=DATE:20261214\r\n") == 1);
    CHECK(count(text, "RRULE:FREQ=MONTHLY;UNTIL=20281231;INTERVAL=12;BYMONTHDAY=14\r\n") == 1);
}

TEST_CASE("downloads take the filters of the page")
{
    PlanApp plans;
    const std::string query = "?loai=activity&tim=tap%20huan&co-quan=so-noi-vu&quy=2";
    CHECK(has(plans.get(plans.page() + query), "/muc.csv?tim=tap%20huan&amp;co-quan=so-noi-vu"));
    const auto csv = plans.get(plans.page() + "/muc.csv" + query);
    CHECK(rows_of_csv(std::string_view{csv.text()}.substr(3)).size() == 2);
    const auto body = MUST(json::parse(plans.get(plans.page() + "/muc.json" + query).text()));
    CHECK(body["items"].elements().size() == 1);
    CHECK(count(plans.get(plans.page() + "/muc.ics" + query).text(), "BEGIN:VEVENT") == 1);
    const auto none = plans.get(plans.page() + "/muc.csv?tim=khongcodau");
    CHECK(rows_of_csv(std::string_view{none.text()}.substr(3)).size() == 1);
    CHECK(plans.get(plans.page() + "/muc.csv?loai=xyz&quy=9").status == 200);
    CHECK(plans.get(plans.page() + "/muc.doc").status == 404);
}

TEST_CASE("downloads are named as the plan, in Vietnamese")
{
    PlanApp plans;
    const auto file = plans.get(plans.page() + "/muc.ics");
    const auto name = file.header("content-disposition");
    CHECK(name.starts_with("attachment; filename=\""));
    CHECK(name.find("filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch") != std::string::npos);
    CHECK(name.ends_with(".ics"));
}

}  // namespace caicach::plan
