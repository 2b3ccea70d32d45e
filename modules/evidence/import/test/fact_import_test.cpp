#include "evidence/import/fact_import.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "evidence/fact_list.hpp"
#include "evidence/fact_rows.hpp"
#include "evidence/import/fact_sheet.hpp"
#include "evidence/review.hpp"
#include "evidence/subject.hpp"
#include "evidence/sums.hpp"
#include "evidence/typed_fact.hpp"
#include "organisation/testing.hpp"
#include "support/app.hpp"
#include "support/house.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"
#include "testing/side_by_side.hpp"

namespace caicach::evidence
{
namespace
{

using caicach::testing::Desk;
using identity::Role;
using Lines = std::vector<std::string>;

constexpr std::string_view head = "Mã;Nội dung;Ngày;Loại;Số lượng;Liên kết;Cơ quan\n";
constexpr std::string_view articles =
    "A1;Ba cách nộp hồ sơ;12/03/2026;Tin, bài;2;https://songlam.example/a1;\n"
    "A2;Một cửa ở xã;2026-03-14;article;;https://songlam.example/a2;SYT\n"
    "L1;Lớp cho trưởng thôn;46090;;;https://songlam.example/l1;Sở Y tế\n";

struct Room {
    Desk& desk;
    Context& context;
    organisation::AgencyId health{};
};

void in_room(const std::function<void(Room&)>& test)
{
    const auto all = caicach::testing::all_migrations();
    caicach::testing::each_database(all, [&](database::Database& database) {
        Desk desk{database};
        auto system = desk.context();
        MUST(organisation::load_reference(system));
        MUST(organisation::seed_sample(system, caicach::testing::sample_province()));
        auto transaction = MUST(system.read());
        const auto health =
            MUST(organisation::agency_by_code(transaction, "SYT", system.today())).id;
        transaction = MUST(system.read());
        auto context = desk.context_of(organisation::scope_of(health));
        Room room{.desk = desk, .context = context, .health = health};
        test(room);
    });
}

std::string proposed(Room& room, std::string_view rows)
{
    auto transaction = MUST(room.context.begin());
    const auto bytes = std::string{head}.append(rows);
    auto code = MUST(propose_import(room.context, transaction, "tin bài.csv", bytes));
    MUST(transaction.commit());
    return code;
}

FactComparison compared(Room& room, std::string_view rows)
{
    const auto code = proposed(room, rows);
    auto transaction = MUST(room.context.read());
    const auto import = MUST(import_by_code(room.context, transaction, code));
    return MUST(comparison_of(room.context, transaction, import));
}

Result<void> done(Room& room, const std::string& code, std::string_view stamp = {})
{
    auto transaction = MUST(room.context.begin());
    const auto import = MUST(import_by_code(room.context, transaction, code));
    TRY(carry_out(room.context, transaction, import, stamp));
    return transaction.commit();
}

std::string imported(Room& room, std::string_view rows)
{
    auto code = proposed(room, rows);
    MUST(done(room, code));
    return code;
}

/// "2 Mã evidence.import.code_twice"
Lines told(const std::vector<FactConflict>& conflicts)
{
    Lines lines;
    lines.reserve(conflicts.size());
    for (const auto& conflict : conflicts)
        lines.push_back(std::to_string(conflict.row) + " " + std::string{conflict.column} + " " +
                        conflict.error.key);
    return lines;
}

std::vector<FactConflict> undone(Room& room, const std::string& code)
{
    auto transaction = MUST(room.context.begin());
    const auto import = MUST(import_by_code(room.context, transaction, code));
    auto refused = MUST(undo_import(room.context, transaction, import));
    if (refused.empty()) MUST(transaction.commit());
    return refused;
}

std::vector<RecordedFact> listed(Room& room)
{
    auto transaction = MUST(room.context.read());
    return MUST(listed_facts(transaction, {.agency = room.health}));
}

/// "Ba cách nộp hồ sơ 2"
Lines counting(Room& room)
{
    Lines lines;
    for (const auto& fact : listed(room))
        if (fact.standing == Standing::counts)
            lines.push_back(fact.title + " " + std::to_string(fact.quantity));
    return lines;
}

RecordedFact titled(Room& room, std::string_view title)
{
    for (const auto& fact : listed(room))
        if (fact.title == title) return fact;
    FAIL("no such fact");
    return {};
}

}  // namespace

TEST_CASE("a row that names a duty which nobody keeps is refused beside its column")
{
    in_room([](Room& room) {
        const auto code = [&] {
            auto transaction = MUST(room.context.begin());
            auto made = MUST(propose_import(room.context, transaction, "báo cáo.csv",
                                            "Mã;Nội dung;Ngày;Loại;Việc;Liên kết\n"
                                            "B1;Báo cáo quý I;12/03/2026;Báo cáo;77/KH-UBND II.4;"
                                            "https://songlam.example/b1\n"));
            MUST(transaction.commit());
            return made;
        }();
        auto transaction = MUST(room.context.begin());
        const auto import = MUST(import_by_code(room.context, transaction, code));
        const auto comparison = MUST(comparison_of(room.context, transaction, import));
        CHECK(told(comparison.conflicts) == Lines{"2 Việc evidence.import.duty_unknown"});
        CHECK(comparison.changes.empty());
    });
}

TEST_CASE("a table is looked at first, and recorded in one piece when it is confirmed")
{
    in_room([](Room& room) {
        const auto code = proposed(room, articles);
        CHECK(listed(room).empty());
        CHECK(compared(room, articles).count(RowOutcome::created) == 3);
        MUST(done(room, code));
        CHECK(counting(room) ==
              Lines{"Một cửa ở xã 1", "Ba cách nộp hồ sơ 2", "Lớp cho trưởng thôn 1"});
        CHECK(titled(room, "Một cửa ở xã").product == "article");
        CHECK(titled(room, "Lớp cho trưởng thôn").product.empty());
        CHECK(titled(room, "Lớp cho trưởng thôn").happened_on == *Date::create(2026, 3, 9));
        CHECK(room.desk.recorder.lines.back().starts_with("evidence.import.done"));
        auto transaction = MUST(room.context.read());
        CHECK(MUST(import_in_words(transaction, titled(room, "Một cửa ở xã").id)) ==
              "Tệp “tin bài.csv”, dòng 3");
        CHECK(done(room, code).error().key == "evidence.import.settled");
    });
}

TEST_CASE("a table says whom an inspection looked at, and a later one otherwise")
{
    in_room([](Room& room) {
        const auto imported_with = [&](std::string_view about, std::string_view manner) {
            auto transaction = MUST(room.context.begin());
            const auto bytes =
                "Mã;Nội dung;Ngày;Loại;Liên kết;Cơ quan được kiểm tra;"
                "Hình thức kiểm tra\nK1;Kiểm tra quý I;12/03/2026;inspection;"
                "https://songlam.example/k1;" +
                std::string{about} + ";" + std::string{manner} + "\n";
            auto made = MUST(propose_import(room.context, transaction, "kiểm tra.csv", bytes));
            MUST(transaction.commit());
            return made;
        };
        const auto comparison_with = [&](std::string_view about, std::string_view manner) {
            const auto code = imported_with(about, manner);
            auto transaction = MUST(room.context.read());
            const auto import = MUST(import_by_code(room.context, transaction, code));
            return MUST(comparison_of(room.context, transaction, import));
        };
        CHECK(told(comparison_with("\"STP; Sở Không Có\"", "").conflicts) ==
              Lines{"2 Cơ quan được kiểm tra evidence.import.agency_unknown"});
        CHECK(told(comparison_with("SYT", "").conflicts) ==
              Lines{"2 Cơ quan được kiểm tra evidence.subject.own"});
        CHECK(told(comparison_with("STP", "bất chợt").conflicts) ==
              Lines{"2 Hình thức kiểm tra evidence.sheet.manner_unknown"});
        MUST(done(room, imported_with("\"STP; Sở Tài chính\"", "Đột xuất")));
        const auto words = [&] {
            auto transaction = MUST(room.context.read());
            return MUST(subjects_in_words(transaction, titled(room, "Kiểm tra quý I")));
        };
        CHECK(words() == "Sở Tài chính; Sở Tư pháp (đột xuất)");
        CHECK(comparison_with("\"STC; STP\"", "đột xuất").count(RowOutcome::unchanged) == 1);
        const auto changed = comparison_with("STC", "Đột xuất");
        REQUIRE(changed.changes.size() == 1);
        CHECK(changed.changes[0].text ==
              "Cơ quan được kiểm tra: Sở Tài chính; Sở Tư pháp (đột xuất) → Sở Tài chính "
              "(đột xuất)");
        const auto second = imported_with("STC", "Đột xuất");
        MUST(done(room, second));
        CHECK(words() == "Sở Tài chính (đột xuất)");
        CHECK(undone(room, second).empty());
        CHECK(words() == "Sở Tài chính; Sở Tư pháp (đột xuất)");
        CHECK(MUST(check_sums(room.context)).empty());
    });
}

TEST_CASE("the same table twice records nothing twice")
{
    in_room([](Room& room) {
        imported(room, articles);
        CHECK(compared(room, articles).count(RowOutcome::unchanged) == 3);
        imported(room, articles);
        CHECK(listed(room).size() == 3);
        CHECK(MUST(check_sums(room.context)).empty());
    });
}

TEST_CASE("a row that says otherwise becomes a correction")
{
    in_room([](Room& room) {
        imported(room, articles);
        const auto rows =
            "A1;Ba cách nộp hồ sơ;12/03/2026;Tin, bài;5;https://songlam.example/a1;\n";
        const auto comparison = compared(room, rows);
        REQUIRE(comparison.changes.size() == 1);
        CHECK(comparison.changes[0].outcome == RowOutcome::changed);
        CHECK(comparison.changes[0].text == "Số lượng: 2 → 5");
        const auto before = titled(room, "Ba cách nộp hồ sơ");
        imported(room, rows);
        CHECK(titled(room, "Ba cách nộp hồ sơ").quantity == 5);
        CHECK(titled(room, "Ba cách nộp hồ sơ").supersedes == before.id);
    });
}

TEST_CASE("what was corrected on its page stays, and the file is told where it wants otherwise")
{
    in_room([](Room& room) {
        imported(room, articles);
        auto transaction = MUST(room.context.begin());
        MUST(correct(room.context, transaction, titled(room, "Một cửa ở xã"),
                     {.title = "Một cửa ở mọi xã",
                      .happened_on = room.context.today(),
                      .link = "https://songlam.example/a2"}));
        MUST(transaction.commit());
        CHECK(compared(room, articles).count(RowOutcome::unchanged) == 3);
        const auto rows = "A2;Một cửa ở xã;14/03/2026;article;7;https://songlam.example/a2;\n";
        CHECK(told(compared(room, rows).conflicts) ==
              Lines{"2 Mã evidence.import.corrected_by_hand"});
        const auto code = proposed(room, rows);
        CHECK(done(room, code).error().key == "evidence.import.conflicts");
    });
}

TEST_CASE("an import is undone as a whole, and its file can be imported again")
{
    in_room([](Room& room) {
        const auto first = imported(room, articles);
        const auto second = imported(
            room, "A1;Ba cách nộp hồ sơ;12/03/2026;Tin, bài;5;https://songlam.example/a1;\n");
        CHECK(undone(room, second).empty());
        CHECK(titled(room, "Ba cách nộp hồ sơ").quantity == 2);
        CHECK(told(undone(room, first)) == Lines{"2 Mã evidence.import.changed_since"});
        const auto third = imported(room, "B1;Bài mới;12/03/2026;;;https://songlam.example/b1;\n");
        CHECK(undone(room, third).empty());
        CHECK(titled(room, "Bài mới").standing == Standing::taken_back);
        imported(room, "B1;Bài mới;12/03/2026;;;https://songlam.example/b1;\n");
        CHECK(titled(room, "Bài mới").standing == Standing::counts);
        auto transaction = MUST(room.context.begin());
        const auto import = MUST(import_by_code(room.context, transaction, third));
        CHECK(undo_import(room.context, transaction, import).error().key ==
              "evidence.import.settled");
        transaction = MUST(room.context.read());
        CHECK(MUST(check_sums(room.context)).empty());
    });
}

TEST_CASE("an import is undone while a reviewer refuses one of its facts, and each sum moves once")
{
    in_room([](Room& room) {
        const auto code = imported(room, articles);
        const auto fact = titled(room, "Ba cách nộp hồ sơ");
        auto reviewer = room.desk.context();
        const auto refusing = [&](database::Transaction& transaction) {
            return refuse(reviewer, transaction, fact, "Trang không mở được");
        };
        const auto undoing = [&](database::Transaction& transaction) -> Result<void> {
            const auto import = TRY(import_by_code(room.context, transaction, code));
            TRY(undo_import(room.context, transaction, import));
            return {};
        };
        auto& database = *room.context.services().database;
        MUST(caicach::testing::side_by_side(database, refusing, undoing));
        CHECK(titled(room, "Ba cách nộp hồ sơ").standing == Standing::taken_back);
        CHECK(MUST(check_sums(room.context)).empty());
    });
}

TEST_CASE("rows that cannot be taken over are named with their column")
{
    in_room([](Room& room) {
        CHECK(told(compared(room,
                            ";Không mã;12/03/2026;;;https://songlam.example/x;\n"
                            "C2;Không ngày;;;;https://songlam.example/x;\n"
                            "C3;Ngày lạ;hôm qua;;;https://songlam.example/x;\n"
                            "C4;Loại lạ;12/03/2026;Bài thơ;;https://songlam.example/x;\n"
                            "C5;Số lạ;12/03/2026;;nhiều;https://songlam.example/x;\n"
                            "C6;Không minh chứng;12/03/2026;;;;\n"
                            "C7;Liên kết lạ;12/03/2026;;;songlam.example;\n"
                            "C8;Mai sau;12/03/2027;;;https://songlam.example/x;\n"
                            "C9;Cơ quan lạ;12/03/2026;;;https://songlam.example/x;Sở Mây\n"
                            "C10;Hai lần;12/03/2026;;;https://songlam.example/x;\n"
                            "C10;Hai lần;12/03/2026;;;https://songlam.example/x;SYT\n"
                            "C11;;12/03/2026;;;https://songlam.example/x;\n")
                       .conflicts) == Lines{"2 Mã evidence.sheet.code_missing",
                                            "3 Ngày làm xong evidence.sheet.day_missing",
                                            "4 Ngày làm xong evidence.sheet.no_day",
                                            "5 Loại sản phẩm evidence.sheet.product_unknown",
                                            "6 Số lượng evidence.sheet.no_quantity",
                                            "7 Địa chỉ trang đã đăng evidence.import.proof_missing",
                                            "8 Địa chỉ trang đã đăng evidence.fact.link_malformed",
                                            "9 Ngày làm xong evidence.fact.in_future",
                                            "10 Cơ quan evidence.import.agency_unknown",
                                            "12 Mã evidence.import.code_twice",
                                            "13 Đã làm gì evidence.fact.title_missing"});
    });
}

TEST_CASE("a number with decimals is no quantity, however a workbook or a person wrote it")
{
    const std::vector<document::RecordRow> records{
        {1, {"Mã", "Nội dung", "Ngày", "Số lượng"}}, {2, {"007", "Ba lớp", "31/03/2026", "3"}},
        {3, {"2026", "Lớp", "46112", "12,345"}},     {4, {"A3", "Lớp", "31/03/2026", "100%"}},
        {5, {"A4", "Lớp", "31/03/2026", "1.200"}},
    };
    const auto sheet = MUST(read_fact_sheet(records));
    REQUIRE(sheet.rows.size() == 2);
    CHECK(sheet.rows.front().code == "007");
    CHECK(sheet.rows.front().quantity == 3);
    CHECK(sheet.rows.back().quantity == 1'200);
    REQUIRE(sheet.conflicts.size() == 2);
    for (const auto& conflict : sheet.conflicts)
        CHECK(conflict.error.key == "evidence.sheet.no_quantity");
}

TEST_CASE("a file that is no table of facts is refused at once")
{
    in_room([](Room& room) {
        auto transaction = MUST(room.context.begin());
        const auto refused = [&](std::string_view bytes) {
            return propose_import(room.context, transaction, "x.csv", bytes).error().key;
        };
        CHECK(refused("Tên;Tuổi\nAn;3\n") == "evidence.sheet.no_head");
        CHECK(refused(head) == "evidence.sheet.empty");
        CHECK(refused("%PDF-1.7\n") == "document.records.kind");
        std::string many{head};
        for (int i = 0; i < 2001; ++i) many += "A;B;12/03/2026;;;;\n";
        CHECK(refused(many) == "evidence.sheet.too_long");
    });
}

TEST_CASE("who may not record for the agency imports nothing for it")
{
    in_room([](Room& room) {
        const auto code = proposed(room, articles);
        room.desk.authority.answer = false;
        auto transaction = MUST(room.context.begin());
        CHECK(propose_import(room.context, transaction, "x.csv", std::string{head}.append(articles))
                  .error()
                  .kind == Failure::forbidden);
        CHECK(import_by_code(room.context, transaction, code).error().kind == Failure::not_found);
    });
}

TEST_CASE("a ledger that changed since the look is looked at again")
{
    in_room([](Room& room) {
        const auto code = proposed(room, articles);
        const auto stamp = compared(room, articles).stamp();
        imported(room, "A1;Ba cách nộp hồ sơ;12/03/2026;Tin, bài;9;https://songlam.example/a1;\n");
        CHECK(done(room, code, stamp).error().key == "evidence.import.ledger_changed");
    });
}

TEST_CASE("an officer uploads a table, looks, confirms and undoes on the pages")
{
    caicach::testing::App app;
    auto officer = app.as(Role::agency_officer, "SYT");
    const auto uploaded = officer.upload("/minh-chung/nhap", "file", "tin bài.csv",
                                         std::string{head}.append(articles));
    REQUIRE(uploaded.status == 303);
    const std::string path = std::string{uploaded.header("location")};
    const auto text_of = [](const http::Response& response) {
        return std::get<std::string>(response.body);
    };
    CHECK(text_of(officer.get(path)).find("Kết quả sẽ ghi mới") != std::string::npos);
    CHECK(officer.post(path, {{"stamp", "khác"}}).status == 409);
    auto other = app.as(Role::agency_officer, "STP");
    CHECK(other.get(path).status == 404);
    const auto seen = text_of(officer.get(path));
    constexpr std::string_view field = "name=\"stamp\" value=\"";
    const auto at = seen.find(field) + field.size();
    const auto stamp = seen.substr(at, seen.find('"', at) - at);
    CHECK(officer.post(path, {{"stamp", stamp}}).status == 303);
    CHECK(text_of(officer.get(path)).find("Ghi mới") != std::string::npos);
    CHECK(text_of(officer.get("/minh-chung/nhap")).find("tin bài.csv") != std::string::npos);
    CHECK(officer.post(path + "/hoan-tac").status == 303);
    CHECK(text_of(officer.get(path)).find("Đã hoàn tác") != std::string::npos);
    CHECK(officer.upload("/minh-chung/nhap", "file", "x.csv", "Tên;Tuổi\nAn;3\n").status == 422);
    const auto again = officer.upload("/minh-chung/nhap", "file", "tin bài.csv",
                                      std::string{head}.append(articles));
    REQUIRE(again.status == 303);
    CHECK(officer.post(std::string{again.header("location")} + "/bo").status == 303);
    CHECK(officer.get(std::string{again.header("location")}).status == 404);
    CHECK(officer.get("/minh-chung/nhap/mau.csv").status == 200);
}

}  // namespace caicach::evidence
