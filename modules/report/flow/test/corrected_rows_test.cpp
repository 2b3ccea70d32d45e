#include "report/flow/corrected_rows.hpp"

#include "evidence/api.hpp"
#include "report/flow/sent_content.hpp"
#include "report/flow/test/flow_desk.hpp"

namespace caicach::report
{
namespace
{

/// A report with two rows that was sent and is locked.
struct LockedRows {
    Desk desk;

    explicit LockedRows(Room& room) : desk(room)
    {
        MUST(desk.take([&](database::Transaction& transaction, Report& held) -> Result<void> {
            TRY(add_rows(room.context, transaction, held, "mo_hinh", 2));
            return {};
        }));
        desk.fill("mo_hinh/ten", "Một cửa", 1);
        desk.fill("mo_hinh/so", "2", 1);
        desk.fill("mo_hinh/ten", "Hòm thư", 2);
        MUST(desk.send());
        desk.lock();
    }
};

std::vector<SentRow> last_rows(const Desk& desk, const std::string& table)
{
    const auto content = MUST(sent_content_from(desk.content(desk.submissions().front().id)));
    return content.tables.at(table);
}

Definition form_with_told_table()
{
    auto form = testing::sample_form();
    form.sections[1].parts.emplace_back(
        FormTable{.key = "viec",
                  .text = "Việc",
                  .rows_of = RowsOf::told,
                  .told_table = "thu.bang",
                  .columns = {{.key = "ten", .text = "Tên"}, {.key = "ghi_chu", .text = "Ghi"}}});
    return form;
}

void tell_two_rows(Room& room)
{
    room.desk.events.subscribe<evidence::ToldTablesAsked>(
        [](Context& /*context*/, database::Transaction& /*transaction*/,
           const evidence::ToldTablesAsked& asked) -> Result<void> {
            asked.tables->push_back({.key = "thu.bang", .columns = {{"ten", "Tên"}}});
            return {};
        });
    room.desk.events.subscribe<evidence::ToldTableAsked>(
        [](Context& /*context*/, database::Transaction& /*transaction*/,
           const evidence::ToldTableAsked& asked) -> Result<void> {
            if (asked.key != "thu.bang") return {};
            *asked.is_known = true;
            asked.rows->push_back({"Việc thứ nhất"});
            asked.rows->push_back({"Việc thứ hai"});
            return {};
        });
}

}  // namespace

TEST_CASE("rows are changed, added and left out by a correction, and the comparison shows it")
{
    in_room([](Room& room) {
        const LockedRows locked{room};
        const auto& desk = locked.desk;
        const auto before = MUST(sent_content_from(desk.content(desk.submissions().front().id)));
        MUST(desk.correct_with({.changes = {{.field = "mo_hinh/ten",
                                             .row = 1,
                                             .value = "Một cửa lưu động",
                                             .base = "Một cửa"}},
                                .new_rows = {{.field = "mo_hinh/ten", .row = 2, .value = "Tổ số"},
                                             {.field = "mo_hinh/so", .row = 2, .value = "1.234"},
                                             {.field = "mo_hinh/ten", .row = 5, .value = "Tổ đêm"},
                                             {.field = "mo_hinh/so", .row = 5, .value = ""}},
                                .removed_rows = {{"mo_hinh", 2}},
                                .reason = "Ghi nhầm mô hình"}));
        const auto rows = last_rows(desk, "mo_hinh");
        REQUIRE(rows.size() == 3);
        CHECK(rows[0].cells == std::vector<std::string>{"Một cửa lưu động", "2"});
        CHECK(rows[1].number == 3);
        CHECK(rows[1].cells == std::vector<std::string>{"Tổ số", "1234"});
        CHECK(rows[2].cells == std::vector<std::string>{"Tổ đêm", ""});
        const auto after = MUST(sent_content_from(desk.content(desk.submissions().front().id)));
        const auto form = testing::sample_form();
        std::string told;
        for (const auto& one : differences_of({before, form}, {after, form}))
            told += one.part + "|" + one.before + "|" + one.after + "\n";
        CHECK(told ==
              "Mô hình hay, dòng 1, Tên|Một cửa|Một cửa lưu động\n"
              "Mô hình hay, dòng 2, Tên|Hòm thư|\n"
              "Mô hình hay, dòng 3, Tên||Tổ số\n"
              "Mô hình hay, dòng 3, Số lần||1.234\n"
              "Mô hình hay, dòng 4, Tên||Tổ đêm\n");
        CHECK(desk.submissions().size() == 2);
    });
}

TEST_CASE("of a correction whose rows are refused nothing is kept")
{
    in_room([](Room& room) {
        const LockedRows locked{room};
        const auto& desk = locked.desk;
        std::vector<RefusedCell> refused;
        CHECK(key_of(desk.correct_with(
                  {.new_rows = {{.field = "mo_hinh/so", .row = 2, .value = "nhiều"}},
                   .removed_rows = {{"mo_hinh", 1}},
                   .reason = "Sửa bảng"},
                  &refused)) == "test.refused");
        REQUIRE(refused.size() == 1);
        CHECK(refused[0].is_of_new_row);
        CHECK(refused[0].place.field == "mo_hinh/so");
        CHECK(refused[0].place.row == 2);
        CHECK(key_of(desk.correct_with({.removed_rows = {{"mo_hinh", 7}}, .reason = "Sửa"})) ==
              "report.row.gone");
        CHECK(key_of(desk.correct_with({.removed_rows = {{"khong_co", 1}}, .reason = "Sửa"})) ==
              "report.cell.unknown");
        CHECK(key_of(desk.correct_with({.new_rows = {{.field = "ho_so", .row = 1, .value = "3"}},
                                        .reason = "Sửa"})) == "report.cell.unknown");
        // Somebody else's text is not written over unseen.
        CHECK(key_of(desk.correct_it(
                  "Sửa",
                  {{.field = "mo_hinh/ten", .row = 1, .value = "Khác", .base = "Một cửa cũ"}})) ==
              "test.refused");
        CHECK(desk.submissions().size() == 1);
        auto transaction = MUST(room.context.read());
        const auto filled = MUST(filled_of(room.context, transaction, desk.report()));
        REQUIRE(filled.tables.at("mo_hinh").size() == 2);
        CHECK(filled.tables.at("mo_hinh")[0].cells[0] == "Một cửa");
    });
}

TEST_CASE("rows that the program drew are taken over by who corrects anything of them")
{
    in_room([](Room& room) {
        tell_two_rows(room);
        const Desk desk{room, false, form_with_told_table()};
        MUST(desk.send());
        desk.lock();
        // Untouched they go out as the program has them.
        MUST(desk.correct_it(
            "Sửa số hồ sơ",
            {{.field = "ho_so", .value = "4", .base = ""},
             {.field = "viec/ten", .row = 1, .value = "Việc thứ nhất", .base = "Việc thứ nhất"}}));
        {
            auto transaction = MUST(room.context.read());
            const auto filled = MUST(filled_of(room.context, transaction, desk.report()));
            CHECK(filled.drawn_tables == std::vector<std::string>{"viec"});
        }
        MUST(desk.correct_with(
            {.changes =
                 {{.field = "viec/ten",
                   .row = 1,
                   .value = "Việc thứ nhất",
                   .base = "Việc thứ nhất"},
                  {.field = "viec/ghi_chu", .row = 1, .value = "Đã xong", .base = ""},
                  {.field = "viec/ten", .row = 2, .value = "Việc thứ hai", .base = "Việc thứ hai"}},
             .new_rows = {{.field = "viec/ten", .row = 1, .value = "Việc thứ ba"}},
             .removed_rows = {{"viec", 2}},
             .reason = "Việc thứ hai không thuộc kỳ này"}));
        const auto rows = last_rows(desk, "viec");
        REQUIRE(rows.size() == 2);
        CHECK(rows[0].cells == std::vector<std::string>{"Việc thứ nhất", "Đã xong"});
        CHECK(rows[1].cells == std::vector<std::string>{"Việc thứ ba", ""});
        CHECK(key_of(desk.correct_it(
                  "Lại",
                  {{.field = "viec/ghi_chu", .row = 1, .value = "Đã xong hẳn", .base = "Chưa"}})) ==
              "test.refused");
    });
}

}  // namespace caicach::report
