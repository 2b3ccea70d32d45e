#include "organisation/agency_import.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>

#include "document/csv_reader.hpp"
#include "document/records.hpp"
#include "organisation/agency_table.hpp"
#include "organisation/api.hpp"
#include "organisation/module.hpp"
#include "organisation/reorganisation.hpp"
#include "organisation/testing.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

namespace caicach::organisation
{
namespace
{

using caicach::testing::Desk;

constexpr std::string_view head = "Mã;Tên;Tên viết tắt;Loại;Mã cấp trên;Từ ngày;Đường dây nóng\n";
constexpr std::string_view offices =
    "UBND;Ủy ban nhân dân tỉnh Sông Lam;UBND tỉnh;provincial_committee;;;\n"
    "SNV;Sở Nội vụ;SNV;department;UBND;;1022\n"
    "STC;Sở Tài chính;;Sở, cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh;UBND;01/03/2025;\n";

void at_a_desk(const std::function<void(Desk&, Context&)>& test)
{
    caicach::testing::each_database(testing::migrations(), [&](database::Database& database) {
        Desk desk(database);
        auto context = desk.context();
        MUST(load_reference(context));
        test(desk, context);
    });
}

Result<std::string> proposed(Context& context, std::string_view rows)
{
    auto transaction = MUST(context.begin());
    const auto bytes = std::string(head).append(rows);
    auto code = propose_import(
        context, transaction, {.file_name = "cơ quan.csv", .bytes = bytes, .day = context.today()});
    if (code) MUST(transaction.commit());
    return code;
}

AgencyComparison compared(Context& context, std::string_view rows)
{
    const auto code = MUST(proposed(context, rows));
    auto transaction = MUST(context.read());
    const auto import = MUST(import_by_code(transaction, code));
    return MUST(comparison_of(transaction, import));
}

Result<void> done(Context& context, const std::string& code)
{
    auto transaction = MUST(context.begin());
    const auto import = MUST(import_by_code(transaction, code));
    TRY(carry_out(context, transaction, import));
    return transaction.commit();
}

std::string imported(Context& context, std::string_view rows)
{
    auto code = MUST(proposed(context, rows));
    MUST(done(context, code));
    return code;
}

std::vector<SheetConflict> undone(Context& context, const std::string& code)
{
    auto transaction = MUST(context.begin());
    const auto import = MUST(import_by_code(transaction, code));
    auto refused = MUST(undo_import(context, transaction, import));
    if (refused.empty()) MUST(transaction.commit());
    return refused;
}

/// "2 Mã organisation.sheet.code_twice"
std::vector<std::string> told(const std::vector<SheetConflict>& conflicts)
{
    std::vector<std::string> lines;
    for (const auto& conflict : conflicts)
        lines.push_back(std::to_string(conflict.row) + " " + std::string(conflict.column) + " " +
                        conflict.error.key);
    return lines;
}

std::vector<std::string> conflicts_of(Context& context, std::string_view rows)
{
    return told(compared(context, rows).conflicts);
}

AgencySummary agency(Context& context, std::string_view code)
{
    auto transaction = MUST(context.read());
    return MUST(agency_by_code(transaction, code, context.today()));
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("an empty directory is filled from a table, parents and contacts with it")
{
    at_a_desk([](Desk& desk, Context& context) {
        const auto comparison = compared(context, offices);
        CHECK(comparison.count(RowOutcome::created) == 3);
        CHECK(told(comparison.conflicts).empty());
        imported(context, offices);
        CHECK(agency(context, "STC").slug == "so-tai-chinh");
        CHECK(agency(context, "STC").kind == "department");
        auto transaction = MUST(context.read());
        const auto office = MUST(agency_by_code(transaction, "SNV", context.today()));
        const auto above = MUST(agency_by_code(transaction, "UBND", context.today()));
        CHECK(MUST(is_within(transaction, office.id, above.id, context.today())));
        CHECK(MUST(contacts_on(transaction, office.id, context.today())).at(0).value == "1022");
        CHECK(std::get<AgencyId>(MUST(resolve_name(transaction, "snv", context.today()))) ==
              office.id);
        CHECK(desk.recorder.lines.back().starts_with("organisation.import.done"));
    });
}

TEST_CASE("the same table twice changes nothing")
{
    at_a_desk([](Desk& /*desk*/, Context& context) {
        imported(context, offices);
        const auto again = compared(context, offices);
        CHECK(again.count(RowOutcome::unchanged) == 3);
        CHECK(again.count(RowOutcome::changed) == 0);
        const auto code = imported(context, offices);
        auto transaction = MUST(context.read());
        const auto import = MUST(import_by_code(transaction, code));
        CHECK(import.created + import.changed == 0);
        CHECK(MUST(imported_rows(transaction, import.id)).empty());
    });
}

TEST_CASE("history is loaded, too, and the same again changes nothing")
{
    at_a_desk([](Desk& /*desk*/, Context& context) {
        imported(context, offices);
        auto transaction = MUST(context.begin());
        const auto bytes = std::string(
            "Mã;Tên;Loại;Mã cấp trên;Từ ngày;Đến hết ngày;Địa chỉ\n"
            "HA;UBND huyện A;district_committee;UBND;;30/06/2025;Số 1\n");
        const NewImport file{.file_name = "cũ.csv", .bytes = bytes, .day = context.today()};
        const auto first = MUST(propose_import(context, transaction, file));
        const auto import = MUST(import_by_code(transaction, first));
        MUST(carry_out(context, transaction, import));
        const auto again = MUST(propose_import(context, transaction, file));
        const auto second = MUST(import_by_code(transaction, again));
        const auto comparison = MUST(comparison_of(transaction, second));
        CHECK(told(comparison.conflicts).empty());
        CHECK(comparison.count(RowOutcome::unchanged) == 1);
        CHECK(MUST(agencies_on(transaction, context.today(), "district_committee")).empty());
    });
}

TEST_CASE("what is said otherwise changes from the day on, and the old name still finds it")
{
    at_a_desk([](Desk& desk, Context& context) {
        imported(context, offices);
        const auto rows =
            "SNV;Sở Nội vụ và Lao động;;public_service_unit;STC;;0259 3822 999\nSTC;;;;;;\n";
        const auto comparison = compared(context, rows);
        CHECK(comparison.count(RowOutcome::changed) == 1);
        CHECK(comparison.changes.at(0).fields.size() == 4);
        imported(context, rows);
        CHECK(std::ranges::any_of(desk.recorder.lines, [](const std::string& line) {
            return line.starts_with(
                       R"(organisation.agency.changed {"before":{"name":"Sở Nội vụ",)") &&
                   line.find(R"("after":{"name":"Sở Nội vụ và Lao động",)") != std::string::npos;
        }));
        CHECK(agency(context, "SNV").name == "Sở Nội vụ và Lao động");
        CHECK(agency(context, "SNV").kind == "public_service_unit");
        auto transaction = MUST(context.read());
        const auto yesterday = context.today().plus_days(-1);
        const auto before = MUST(agency_by_code(transaction, "SNV", yesterday));
        CHECK(before.name == "Sở Nội vụ");
        CHECK(before.kind == "department");
        CHECK(std::get<AgencyId>(MUST(resolve_name(transaction, "Sở Nội vụ", context.today()))) ==
              before.id);
        const auto contacts = MUST(contacts_on(transaction, before.id, context.today()));
        CHECK(contacts.size() == 1);
        CHECK(contacts.at(0).value == "0259 3822 999");
        const auto above = MUST(agency_by_code(transaction, "STC", yesterday));
        CHECK(MUST(is_within(transaction, before.id, above.id, context.today())));
        CHECK(!MUST(is_within(transaction, before.id, above.id, yesterday)));
    });
}

TEST_CASE("a slip is mended on the same day, as often as it takes")
{
    at_a_desk([](Desk& /*desk*/, Context& context) {
        imported(context, offices);
        imported(context, "SNV;Sở Nội vu;;;;;1023\n");
        imported(context, "SNV;Sở Nội vụ;;;;;1024\n");
        CHECK(agency(context, "SNV").name == "Sở Nội vụ");
        auto transaction = MUST(context.read());
        const auto id = MUST(agency_by_code(transaction, "SNV", context.today())).id;
        CHECK(MUST(contacts_on(transaction, id, context.today())).size() == 1);
    });
}

TEST_CASE("every conflict is named by row and column")
{
    at_a_desk([](Desk& /*desk*/, Context& context) {
        imported(context, offices);
        CHECK(conflicts_of(context, ";Sở A;;department;;;\nSNV;;;;;;\nSNV;;;;;;\n") ==
              Lines{"2 Mã organisation.sheet.code_missing", "4 Mã organisation.sheet.code_twice"});
        CHECK(conflicts_of(context, "a b;Sở A;;department;;;\n") ==
              Lines{"2 Mã organisation.code.malformed"});
        CHECK(conflicts_of(context, "SA;;;;;;\n") ==
              Lines{"2 Tên organisation.name.missing", "2 Loại organisation.sheet.kind_missing"});
        CHECK(
            conflicts_of(context, "SA;Sở A;;lạ;;31/02/2025;\n") ==
            Lines{"2 Loại organisation.sheet.kind_unknown", "2 Từ ngày organisation.sheet.no_day"});
        CHECK(conflicts_of(context, "SA;sở nội vụ;STC;department;KHONG;;12\n") ==
              Lines{"2 Đường dây nóng organisation.contact.not_a_number",
                    "2 Mã cấp trên organisation.sheet.parent_unknown",
                    "2 Tên organisation.sheet.name_taken"});
        CHECK(conflicts_of(context, "SA;Sở A;SNV;department;SA;;\n") ==
              Lines{"2 Mã cấp trên organisation.sheet.own_parent",
                    "2 Tên viết tắt organisation.sheet.name_taken"});
        CHECK(conflicts_of(context, "HA;UBND huyện A;;district_committee;;01/08/2025;\n") ==
              Lines{"2 Loại organisation.kind.not_on_day"});
        CHECK(conflicts_of(context, "SA;Sở A;;department;;;\nSB;Sở A;;department;;;\n") ==
              Lines{"3 Tên organisation.sheet.name_taken"});
        CHECK(conflicts_of(context, "SNV;;;;STC;;\nSTC;;;;SNV;;\n") ==
              Lines{"2 Mã cấp trên organisation.sheet.too_deep",
                    "3 Mã cấp trên organisation.sheet.too_deep"});
        CHECK(conflicts_of(context, "STC;;;;;01/01/2020;\n") ==
              Lines{"2 Từ ngày organisation.sheet.other_life"});
    });
}

TEST_CASE("an agency that has ended, or that a decision has changed later, is not changed")
{
    at_a_desk([](Desk& /*desk*/, Context& context) {
        imported(context, offices);
        {
            auto transaction = MUST(context.begin());
            const auto find = [&](std::string_view code) {
                return MUST(agency_by_code(transaction, code, context.today())).id;
            };
            MUST(reorganise(context, transaction,
                            {.kind = ReorganisationKind::merge,
                             .day = context.today().plus_days(-10),
                             .document = "Nghị quyết số 1",
                             .subject = find("STC"),
                             .merged = {find("SNV")}}));
            MUST(reorganise(context, transaction,
                            {.kind = ReorganisationKind::rename,
                             .day = context.today().plus_days(10),
                             .document = "Nghị quyết số 2",
                             .subject = find("STC"),
                             .name = "Sở Tài chính và Nội vụ"}));
            MUST(transaction.commit());
        }
        CHECK(
            conflicts_of(context, "SNV;Sở Mới;;;;;\nSTC;Sở Khác;;;;;\n") ==
            Lines{"2 Tên organisation.sheet.not_on_day", "3 Tên organisation.sheet.later_history"});
        CHECK(conflicts_of(context, "SNV;Sở Nội vụ;;;;;\n").empty());
    });
}

TEST_CASE("with a conflict nothing is taken over")
{
    at_a_desk([](Desk& /*desk*/, Context& context) {
        const auto code = MUST(proposed(context, "SA;Sở A;;department;;;\nSB;;;department;;;\n"));
        const auto refused = done(context, code);
        REQUIRE(!refused);
        CHECK(refused.error().key == "organisation.import.conflicts");
        auto transaction = MUST(context.read());
        CHECK(MUST(agencies_on(transaction, context.today())).empty());
    });
}

TEST_CASE("what was not what the person saw is not done, and nothing is done twice")
{
    at_a_desk([](Desk& /*desk*/, Context& context) {
        const auto code = MUST(proposed(context, offices));
        auto transaction = MUST(context.begin());
        const auto import = MUST(import_by_code(transaction, code));
        const auto stamp = MUST(comparison_of(transaction, import)).stamp();
        CHECK(carry_out(context, transaction, import, "other").error().key ==
              "organisation.import.directory_changed");
        MUST(carry_out(context, transaction, import, stamp));
        const auto again = MUST(import_by_code(transaction, code));
        CHECK(carry_out(context, transaction, again).error().key == "organisation.import.settled");
        CHECK(discard_import(context, transaction, again).error().key ==
              "organisation.import.settled");
    });
}

TEST_CASE("an import is taken back whole: the directory is as it was")
{
    at_a_desk([](Desk& desk, Context& context) {
        imported(context, offices);
        const auto rows = "SNV;Sở Mới;SM;press;STC;;1023\nSX;Sở Xây dựng;;department;SNV;;113\n";
        const auto code = imported(context, rows);
        CHECK(undone(context, code).empty());
        CHECK(desk.recorder.lines.back().starts_with("organisation.import.undone"));
        CHECK(compared(context, offices).count(RowOutcome::unchanged) == 3);
        auto transaction = MUST(context.begin());
        CHECK(!agency_by_code(transaction, "SX", context.today()));
        CHECK(std::holds_alternative<Unresolved>(
            MUST(resolve_name(transaction, "Sở Mới", context.today()))));
        const auto import = MUST(import_by_code(transaction, code));
        CHECK(import.state == ImportState::undone);
        CHECK(undo_import(context, transaction, import).error().key ==
              "organisation.import.settled");
        CHECK(MUST(imported_rows(transaction, import.id)).at(0).slug.empty());
    });
}

TEST_CASE("what has changed since, or is in use, is not taken back: the row says why")
{
    at_a_desk([](Desk& desk, Context& context) {
        const auto code = imported(context, offices);
        const auto later = imported(context, "SNV;Sở Nội vụ mới;;;;;\nSA;Sở A;;department;STC;;\n");
        CHECK(told(undone(context, code)) ==
              Lines{"4 Mã organisation.import.in_use", "3 Tên organisation.import.changed_since"});
        desk.events.subscribe<AgencyUsesAsked>(
            [](Context&, database::Transaction&, const AgencyUsesAsked& asked) -> Result<void> {
                asked.uses->push_back("2 tài khoản");
                return {};
            });
        const auto used = undone(context, later);
        CHECK(told(used) == Lines{"3 Mã organisation.import.in_use"});
        CHECK(used.at(0).error.arguments.at(0) == "2 tài khoản");
        CHECK(agency(context, "SA").name == "Sở A");
    });
}

TEST_CASE("a proposal is forgotten when it is discarded, or after a week")
{
    at_a_desk([](Desk& desk, Context& context) {
        const auto first = MUST(proposed(context, offices));
        {
            auto transaction = MUST(context.begin());
            const auto import = MUST(import_by_code(transaction, first));
            MUST(discard_import(context, transaction, import));
            CHECK(import_by_code(transaction, first).error().kind == Failure::not_found);
            MUST(transaction.commit());
        }
        const auto second = MUST(proposed(context, offices));
        desk.clock.set_today(context.today().plus_days(8));
        const auto third = MUST(proposed(context, offices));
        auto transaction = MUST(context.read());
        CHECK(import_by_code(transaction, second).error().key == "organisation.import.not_found");
        CHECK(MUST(imports(transaction)).size() == 1);
    });
}

/// "Thôn Hạ: Nhà văn hóa"
Lines points_of(Context& context, std::string_view code)
{
    const auto id = agency(context, code).id;
    auto transaction = MUST(context.read());
    Lines points;
    for (const auto& contact : MUST(contacts_on(transaction, id, context.today())))
        if (contact.kind == "point") points.push_back(point_text(contact.label, contact.value));
    return points;
}

Result<std::string> proposed_points(Context& context, std::string_view cell)
{
    auto transaction = MUST(context.begin());
    const auto bytes = "Mã;Tên;Đầu mối\nSNV;Sở Nội vụ;" + std::string(cell) + "\n";
    auto code = propose_import(
        context, transaction, {.file_name = "đầu mối.csv", .bytes = bytes, .day = context.today()});
    if (code) MUST(transaction.commit());
    return code;
}

TEST_CASE("contact points of villages come with the table, change, go out and are taken back")
{
    at_a_desk([](Desk& desk, Context& context) {
        imported(context, offices);
        const auto first =
            MUST(proposed_points(context, "Thôn Hạ: Nhà văn hóa | Thôn Thượng: Ông Tư"));
        MUST(done(context, first));
        CHECK(points_of(context, "SNV") == Lines{"Thôn Hạ: Nhà văn hóa", "Thôn Thượng: Ông Tư"});
        desk.clock.set_today(context.today().plus_days(1));
        const auto code = MUST(
            proposed_points(context, "Thôn Thượng: Trường học|Nhà họp: 8 giờ|: Giờ mở cửa: 8 giờ"));
        {
            auto transaction = MUST(context.read());
            const auto import = MUST(import_by_code(transaction, code));
            const auto comparison = MUST(comparison_of(transaction, import));
            CHECK(comparison.conflicts.empty());
            CHECK(text_of(comparison.changes.at(0).fields)
                      .starts_with("Đầu mối ở xã, thôn: Thôn Thượng: Ông Tư → Thôn Thượng: Trường "
                                   "học; Đầu mối ở xã, thôn: (trống) → Nhà họp: 8 giờ"));
        }
        MUST(done(context, code));
        const auto held = points_of(context, "SNV");
        CHECK(held.size() == 4);
        CHECK(std::ranges::count(held, "Thôn Thượng: Trường học") == 1);
        CHECK(std::ranges::count(held, ": Giờ mở cửa: 8 giờ") == 1);
        {
            // What goes out changes nothing when it comes back.
            auto transaction = MUST(context.read());
            const auto directory = MUST(DirectoryState::load(transaction, context.today()));
            const auto agencies = MUST(agencies_on(transaction, context.today()));
            const auto csv = agencies_csv(directory, agencies);
            const auto records = MUST(document::read_records(csv));
            const auto sheet = MUST(read_agency_sheet(records, directory.kinds()));
            const auto again = compare(directory, sheet);
            CHECK(told(again.conflicts) == Lines{});
            CHECK(again.count(RowOutcome::unchanged) == 3);
        }
        CHECK(undone(context, code).empty());
        CHECK(points_of(context, "SNV") == Lines{"Thôn Hạ: Nhà văn hóa", "Thôn Thượng: Ông Tư"});
    });
}

TEST_CASE("a contact point that stands twice in a cell, or has no place, is refused by row")
{
    at_a_desk([](Desk& /*desk*/, Context& context) {
        imported(context, offices);
        const auto refused = [&](std::string_view cell) {
            const auto code = MUST(proposed_points(context, cell));
            auto transaction = MUST(context.read());
            const auto import = MUST(import_by_code(transaction, code));
            const auto comparison = MUST(comparison_of(transaction, import));
            return told(comparison.conflicts);
        };
        CHECK(refused("Thôn Hạ: a | Thôn Hạ: b") ==
              Lines{"2 Đầu mối ở xã, thôn organisation.sheet.point_twice"});
        CHECK(refused("Thôn Hạ: " + std::string(400, 'a')) ==
              Lines{"2 Đầu mối ở xã, thôn organisation.contact.too_long"});
        CHECK(refused("Thôn:Hạ: a") == Lines{"2 Đầu mối ở xã, thôn organisation.contact.parting"});
        std::string many;
        for (int number = 0; number < 201; ++number) many += "T" + std::to_string(number) + ": a|";
        CHECK(refused(many) == Lines{"2 Đầu mối ở xã, thôn organisation.sheet.points_many"});
        CHECK(check_contact("point", "a|b").error().key == "organisation.contact.parting");
        CHECK(check_contact_label("hotline", "Thứ Hai: sáng").has_value());
    });
}

TEST_CASE("a file that is no table of agencies is refused when it comes")
{
    at_a_desk([](Desk& /*desk*/, Context& context) {
        CHECK(proposed(context, "").error().key == "organisation.sheet.empty");
        CHECK(proposed(context, "# SNV;ví dụ\n").error().key == "organisation.sheet.empty");
        auto transaction = MUST(context.begin());
        CHECK(propose_import(context, transaction, {.file_name = "a", .bytes = "Tên;Loại\na;b\n"})
                  .error()
                  .key == "organisation.sheet.no_head");
    });
}

TEST_CASE("a head is found below a title, by other words, and unknown columns are named")
{
    const std::vector<Kind> kinds{{.key = "department", .text = "Sở"}};
    const auto records = MUST(document::read_csv(
        "DANH SÁCH CƠ QUAN\n\nMã cơ quan,Tên đầy đủ,Website,Ghi chú,thành lập ngày\n"
        "snv,Sở  Nội vụ,https://a.vn,x,45658\n"));
    const auto sheet = MUST(read_agency_sheet(records, kinds));
    CHECK(sheet.unused_columns == Lines{"Ghi chú"});
    const auto& row = sheet.rows.at(0);
    CHECK(row.number == 4);
    CHECK(row.code == "SNV");
    CHECK(row.name == "Sở Nội vụ");
    CHECK(row.from == Date::create(2025, 1, 1));
    CHECK(row.contacts == std::vector<SheetContact>{{"site", "", "https://a.vn"}});
}

}  // namespace caicach::organisation
