#include "report/filling/filled.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "evidence/testing.hpp"
#include "report/filling/cell_saving.hpp"
#include "report/filling/cell_store.hpp"
#include "report/filling/prefill.hpp"
#include "report/test/room.hpp"
#include "testing/side_by_side.hpp"

namespace caicach::report
{
namespace
{

/// The sample form opened for the departments, and the report of one of them.
struct Desk {
    Room& room;
    Report report{};

    [[nodiscard]] Result<Saved> save(std::vector<CellChange> changes) const
    {
        auto transaction = TRY(room.context.begin());
        auto held = TRY(ReportStore{transaction}.hold(report.code));
        auto saved = TRY(save_cells(room.context, transaction, held, changes));
        TRY(transaction.commit());
        return saved;
    }

    [[nodiscard]] Filled filled() const
    {
        auto transaction = MUST(room.context.read());
        const auto now = MUST(ReportStore{transaction}.find(report.id));
        return MUST(filled_of(room.context, transaction, now));
    }

    [[nodiscard]] Result<int> add(std::string_view table) const
    {
        auto transaction = TRY(room.context.begin());
        auto held = TRY(ReportStore{transaction}.hold(report.code));
        const auto row = TRY(add_row(room.context, transaction, held, table));
        TRY(transaction.commit());
        return row;
    }

    [[nodiscard]] Result<void> remove(std::string_view table, int row) const
    {
        auto transaction = TRY(room.context.begin());
        auto held = TRY(ReportStore{transaction}.hold(report.code));
        TRY(remove_row(room.context, transaction, held, table, row));
        return transaction.commit();
    }
};

Desk desk_in(Room& room, Definition form, std::string_view agency = "SYT")
{
    form.reporters = {"departments"};
    const auto used = room.in_force(std::move(form));
    const auto opened = MUST(room.open(used));
    return {room, room.report(opened.period.id, agency)};
}

Desk desk_in(Room& room) { return desk_in(room, testing::sample_form()); }

constexpr std::int64_t one = ten_thousandths_of_one;

}  // namespace

TEST_CASE("a report is filled in cell by cell, and is a draft from its first cell on")
{
    in_room([](Room& room) {
        const auto desk = desk_in(room);
        const auto nothing = MUST(desk.save({{.field = "ho_so", .value = "", .base = ""}}));
        CHECK(nothing.stored.empty());
        CHECK(desk.filled().report.state == State::expected);
        const auto saved =
            MUST(desk.save({{.field = "ho_so", .value = "1.200", .base = ""},
                            {.field = "vuong_mac", .value = "Thiếu máy", .base = ""}}));
        CHECK(saved.stored.size() == 2);
        const auto filled = desk.filled();
        CHECK(filled.report.state == State::draft);
        CHECK(filled.indicator("ho_so")->sent() == Amount{.numerator = 1200 * one});
        CHECK(filled.texts.at("vuong_mac") == "Thiếu máy");
        CHECK(room.desk.recorder.lines.back().starts_with("report.cells.changed"));
        CHECK(room.desk.recorder.lines.back().find("ho_so") != std::string::npos);
        CHECK(room.desk.recorder.lines.back().find("1200") == std::string::npos);
        MUST(desk.save({{.field = "ho_so", .value = "", .base = "1.200"}}));
        CHECK_FALSE(desk.filled().indicator("ho_so")->sent());
    });
}

TEST_CASE("what is no number, is unknown or says that it is secret is not kept")
{
    in_room([](Room& room) {
        const auto desk = desk_in(room);
        const auto saved = MUST(desk.save({{.field = "ho_so", .value = "nhiều", .base = ""},
                                           {.field = "vuong_mac", .value = "TỐI MẬT", .base = ""},
                                           {.field = "tin_bai", .value = "7", .base = ""}}));
        REQUIRE(saved.faults.size() == 2);
        CHECK(saved.faults[0].field == "ho_so");
        CHECK(saved.faults[1].field == "vuong_mac");
        CHECK(saved.stored.size() == 1);
        CHECK(desk.filled().texts.empty());
        CHECK(desk.save({{.field = "khong_co", .value = "1"}}).error().key ==
              "report.cell.unknown");
        CHECK(desk.save({{.field = "tin_bai_nam", .value = "1"}}).error().key ==
              "report.cell.unknown");
    });
}

TEST_CASE("of two people who write at once only a cell that both changed is asked about")
{
    in_room([](Room& room) {
        const auto desk = desk_in(room);
        MUST(desk.save({{.field = "ho_so", .value = "10", .base = ""},
                        {.field = "vuong_mac", .value = "Cũ", .base = ""}}));
        // Both began with 10; the other one changed the text, too.
        MUST(desk.save({{.field = "ho_so", .value = "11", .base = "10"},
                        {.field = "vuong_mac", .value = "Mới", .base = "Cũ"}}));
        const auto mine = MUST(desk.save({{.field = "ho_so", .value = "12", .base = "10"},
                                          {.field = "vuong_mac", .value = "Cũ", .base = "Cũ"},
                                          {.field = "hai_long", .value = "95", .base = ""}}));
        REQUIRE(mine.contested.size() == 1);
        CHECK(mine.contested[0].value == "11");
        REQUIRE(mine.stored.size() == 1);
        CHECK(mine.stored[0].field == "hai_long");
        CHECK(desk.filled().texts.at("vuong_mac") == "Mới");
        // The same to both is no question; what is chosen then is taken.
        CHECK(MUST(desk.save({{.field = "ho_so", .value = "11", .base = "10"}})).contested.empty());
        MUST(desk.save({{.field = "ho_so", .value = "12", .base = "11"}}));
        CHECK(desk.filled().indicator("ho_so")->sent()->numerator == 12 * one);
    });
}

TEST_CASE("two who save the same cell at one moment are not both believed")
{
    in_room([](Room& room) {
        const auto desk = desk_in(room);
        std::size_t contested{};
        const auto write = [&](std::string value) {
            return [&room, &desk, &contested,
                    value](database::Transaction& transaction) -> Result<void> {
                const std::vector<CellChange> change{
                    {.field = "ho_so", .value = value, .base = ""}};
                auto held = TRY(ReportStore{transaction}.hold(desk.report.code));
                const auto saved = TRY(save_cells(room.context, transaction, held, change));
                contested += saved.contested.size();
                return {};
            };
        };
        auto* database = room.context.services().database;
        MUST(caicach::testing::side_by_side(*database, write("1"), write("2")));
        CHECK(contested == 1);
    });
}

TEST_CASE("rows are added and removed, and their numbers are never given twice")
{
    in_room([](Room& room) {
        const auto desk = desk_in(room);
        CHECK(MUST(desk.add("mo_hinh")) == 1);
        CHECK(MUST(desk.add("mo_hinh")) == 2);
        MUST(desk.save({{.field = "mo_hinh/ten", .row = 1, .value = "Một cửa lưu động", .base = ""},
                        {.field = "mo_hinh/so", .row = 2, .value = "3", .base = ""}}));
        const auto rows = desk.filled().tables.at("mo_hinh");
        REQUIRE(rows.size() == 2);
        CHECK(rows[0].cells == std::vector<std::string>{"Một cửa lưu động", ""});
        CHECK(rows[1].cells == std::vector<std::string>{"", "3"});
        MUST(desk.remove("mo_hinh", 2));
        CHECK(desk.remove("mo_hinh", 2).error().key == "report.row.gone");
        // Who still types in it is told, and nothing is lost in silence.
        const auto late =
            MUST(desk.save({{.field = "mo_hinh/so", .row = 2, .value = "4", .base = "3"}}));
        CHECK(late.contested.size() == 1);
        CHECK(late.stored.empty());
        CHECK(MUST(desk.add("mo_hinh")) == 3);
        CHECK(desk.filled().tables.at("mo_hinh").size() == 2);
        CHECK(desk.add("khong_co").error().key == "report.cell.unknown");
    });
}

TEST_CASE("a report that is sent or locked takes nothing in")
{
    in_room([](Room& room) {
        auto desk = desk_in(room);
        auto sent = desk.report;
        sent.state = State::submitted;
        room.save(sent);
        CHECK(desk.save({{.field = "ho_so", .value = "1"}}).error().key == "report.flow.not_now");
        CHECK(desk.add("mo_hinh").error().key == "report.flow.not_now");
        sent.state = State::draft;
        ++sent.version;
        room.save(sent);
        room.desk.clock.set_today(day("2026-07-02"));
        CHECK(desk.save({{.field = "ho_so", .value = "1"}}).error().key == "report.flow.locked");
        sent.open_until = day("2026-07-02");
        ++sent.version;
        room.save(sent);
        CHECK(MUST(desk.save({{.field = "ho_so", .value = "1", .base = ""}})).stored.size() == 1);
    });
}

TEST_CASE("numbers are there before anybody types, of the period and of the year, and stay beside")
{
    in_room([](Room& room) {
        const auto desk = desk_in(room);
        static_cast<void>(
            evidence::testing::typed_fact(room.context, "SYT"));  // 2 articles on 15 March
        static_cast<void>(evidence::testing::typed_fact(room.context, "STC"));
        auto filled = desk.filled();
        const auto* articles = filled.indicator("tin_bai");
        REQUIRE(articles->computed);
        CHECK(articles->computed->amount.numerator == 2 * one);
        CHECK(articles->computed->facts == 1);
        CHECK(articles->computed->path.find("/minh-chung") == 0);
        CHECK(articles->sent()->numerator == 2 * one);
        CHECK_FALSE(articles->difference());
        MUST(desk.save({{.field = "tin_bai", .value = "5", .base = ""}}));
        filled = desk.filled();
        CHECK(filled.indicator("tin_bai")->sent()->numerator == 5 * one);
        CHECK(filled.indicator("tin_bai")->difference() == 3 * one);
        CHECK(filled.indicator("tin_bai_nam")->sent()->numerator == 2 * one);
        // Before the period began, but in the year.
        room.desk.clock.set_today(day("2026-03-14"));
        static_cast<void>(evidence::testing::typed_fact(room.context, "SYT"));
        room.desk.clock.set_today(day("2026-03-16"));
        filled = desk.filled();
        CHECK(filled.indicator("tin_bai")->computed->amount.numerator == 2 * one);
        CHECK(filled.indicator("tin_bai_nam")->computed->amount.numerator == 4 * one);
    });
}

TEST_CASE("a ratio that another module keeps comes with both its halves")
{
    in_room([](Room& room) {
        evidence::testing::add_dossiers(room.desk.events);
        const auto desk = desk_in(room);
        auto form = testing::sample_form();
        const Indicator share{.key = "dung_han",
                              .text = "Đúng hạn",
                              .decimals = 1,
                              .source = Source::both,
                              .adding = Adding::ratio,
                              .figure = "dossier.share",
                              .denominator_figure = "dossier.share"};
        const Indicator all{.key = "tat_ca", .source = Source::computed, .figure = "dossier.all"};
        const Indicator unknown{.key = "la", .source = Source::computed, .figure = "la.la"};
        form.sections[0].parts = {share, all, unknown};
        auto transaction = MUST(room.context.read());
        const auto period = MUST(ReportStore{transaction}.period(desk.report.period));
        const auto computed = MUST(prefill(room.context, transaction, desk.report, period, form));
        CHECK(shown(share, computed.at("dung_han").amount) == "9/10 = 90%");
        CHECK(computed.at("dung_han").is_told);
        // Who has nothing of a figure is left out by who keeps it: that is a nought.
        CHECK(computed.at("tat_ca").amount.numerator == 0);
        CHECK_FALSE(computed.contains("la"));
    });
}

TEST_CASE("one half of a typed ratio is no number yet, and is not lost")
{
    in_room([](Room& room) {
        auto form = testing::sample_form();
        form.sections[0].parts.emplace_back(
            Indicator{.key = "dung_han", .text = "Đúng hạn", .adding = Adding::ratio});
        const auto desk = desk_in(room, form);
        MUST(desk.save({{.field = "dung_han", .value = "850", .base = ""}}));
        CHECK_FALSE(desk.filled().indicator("dung_han")->sent());
        CHECK(desk.filled().halves.at("dung_han") == 850 * one);
        MUST(desk.save({{.field = "dung_han/mau", .value = "1.000", .base = ""}}));
        CHECK(desk.filled().indicator("dung_han")->sent() ==
              Amount{.numerator = 850 * one, .denominator = 1000 * one});
    });
}

TEST_CASE("what is missing and what breaks a rule is told before it is sent")
{
    Filled filled{.definition = std::make_shared<const Definition>(testing::sample_form())};
    for (const auto* one_of : indicators_of(*filled.definition))
        filled.indicators.push_back({.indicator = one_of});
    auto& articles = filled.indicators[0];
    auto& year = filled.indicators[1];
    auto faults = faults_of(filled);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].field == "tin_bai");
    CHECK(faults[0].weight == Weight::stops);
    articles.typed = Amount{.numerator = 9};
    CHECK(faults_of(filled).empty());  // the rule needs the other number, too
    year.computed = Computed{.amount = {.numerator = 8}};
    faults = faults_of(filled);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].weight == Weight::warns);
    CHECK(faults[0].text == "Số trong kỳ không nhiều hơn lũy kế.");
    year.computed->amount.numerator = 9;
    CHECK(faults_of(filled).empty());
}

TEST_CASE("rows that another module tells go out as they are until somebody takes them over")
{
    in_room([](Room& room) {
        room.desk.events.subscribe<evidence::ToldTablesAsked>(
            [](Context& /*context*/, database::Transaction& /*transaction*/,
               const evidence::ToldTablesAsked& asked) -> Result<void> {
                asked.tables->push_back(
                    {.key = "thu.bang", .columns = {{"so", "Số"}, {"ten", "Tên"}}});
                return {};
            });
        room.desk.events.subscribe<evidence::ToldTableAsked>(
            [](Context& /*context*/, database::Transaction& /*transaction*/,
               const evidence::ToldTableAsked& asked) -> Result<void> {
                if (asked.key != "thu.bang") return {};
                *asked.is_known = true;
                asked.rows->push_back({"1.234,5", "Việc thứ nhất"});
                asked.rows->push_back({"nhiều", "Việc thứ hai"});
                return {};
            });
        auto form = testing::sample_form();
        form.sections[1].parts.emplace_back(
            FormTable{.key = "viec",
                      .text = "Việc",
                      .rows_of = RowsOf::told,
                      .told_table = "thu.bang",
                      .columns = {{.key = "ten", .text = "Tên"},
                                  {.key = "so", .text = "Số", .is_number = true},
                                  {.key = "ghi_chu", .text = "Ghi chú"}}});
        const auto desk = desk_in(room, form);
        auto filled = desk.filled();
        CHECK(filled.drawn_tables == std::vector<std::string>{"viec"});
        REQUIRE(filled.tables.at("viec").size() == 2);
        CHECK(filled.tables.at("viec")[0].cells ==
              std::vector<std::string>{"Việc thứ nhất", "1234.5", ""});
        CHECK(filled.tables.at("viec")[1].cells[1].empty());
        {
            auto transaction = MUST(room.context.begin());
            auto held = MUST(ReportStore{transaction}.hold(desk.report.code));
            MUST(take_drawn_rows(room.context, transaction, held, "viec"));
            CHECK(take_drawn_rows(room.context, transaction, held, "viec").error().key ==
                  "report.row.taken_over");
            MUST(transaction.commit());
        }
        MUST(desk.save({{.field = "viec/ghi_chu", .row = 2, .value = "Đã xong", .base = ""}}));
        filled = desk.filled();
        CHECK(filled.drawn_tables.empty());
        CHECK(filled.tables.at("viec")[1].cells[2] == "Đã xong");
    });
}

}  // namespace caicach::report
