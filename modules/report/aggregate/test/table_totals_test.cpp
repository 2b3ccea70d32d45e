#include "report/aggregate/table_totals.hpp"

#include "report/aggregate/aggregate_reading.hpp"
#include "report/aggregate/test/collected_period.hpp"
#include "report/checks.hpp"
#include "report/flow/table_values.hpp"
#include "report/form/form_store.hpp"

namespace caicach::report
{
namespace
{

/// The form of all kinds with a table of two rows, whose numbers are added or compared.
Definition form_with_table()
{
    auto form = form_of_all_kinds();
    form.key = "thu_bang";
    form.sections.front().parts.emplace_back(FormTable{
        .key = "loai",
        .text = "Theo loại hồ sơ",
        .rows_of = RowsOf::fixed,
        .fixed_rows = {"Trực tuyến", "Trực tiếp"},
        .columns = {
            {.key = "so", .text = "Số", .is_number = true, .decimals = 1, .adding = Adding::sum},
            {.key = "cao", .text = "Lâu nhất", .is_number = true, .adding = Adding::maximum},
            {.key = "chu", .text = "Ghi chú"}}});
    return form;
}

struct Tables {
    Room& room;
    FormInForce form;
    ReportPeriod period;
    Steps steps;

    explicit Tables(Room& in)
        : room(in),
          form(in.in_force(form_with_table())),
          period(MUST(in.open(form)).period),
          steps(in)
    {
        fill("SYT", "10", "3");
        fill("STC", "5,5", "7");
    }

    void fill(std::string_view agency, std::string number, std::string longest) const
    {
        steps.fill(room.report(period.id, agency).code, {{"loai/so", 1, std::move(number)},
                                                         {"loai/cao", 1, std::move(longest)},
                                                         {"loai/chu", 1, "12"}});
    }
    [[nodiscard]] const FormTable& table() const
    {
        return *fixed_tables_of(form.definition).front();
    }
    void send(std::string_view agency) const
    {
        MUST(steps.send(room.report(period.id, agency).code));
    }
    [[nodiscard]] Total total(std::size_t column, std::string_view row = "Trực tuyến",
                              std::string_view collector = "SNV") const
    {
        auto transaction = MUST(room.context.read());
        const auto to = room.agency(collector);
        const auto reports = MUST(collected_reports(transaction, period, to));
        const auto values = MUST(table_values_of(transaction, period, to, reports));
        return total_of(values, table(), row, table().columns[column]);
    }
};

}  // namespace

TEST_CASE("rows that the form has are added up as long as they stand sent")
{
    in_room([](Room& room) {
        const Tables at{room};
        CHECK_FALSE(at.total(0).amount);
        at.send("SYT");
        at.send("STC");
        CHECK(at.total(0).amount->numerator == 155'000);
        CHECK(at.total(0).counted == 2);
        CHECK(at.total(1).amount->numerator == 70'000);
        CHECK_FALSE(at.total(2).amount);
        CHECK_FALSE(at.total(0, "Trực tiếp").amount);
        MUST(at.steps.return_it(room.report(at.period.id, "STC").code));
        CHECK(at.total(0).amount->numerator == 100'000);
    });
}

TEST_CASE("a row of a table stands by the agencies that sent it, or by who took over from them")
{
    in_room([](Room& room) {
        const Tables at{room};
        at.send("SYT");
        at.send("STC");
        // Behind the period the one goes into the other.
        const auto from = at.period.days.to.plus_days(1);
        const auto finance = room.agency("STC");
        MUST(organisation::seed_reorganisations(
            room.context, "day;kind;subject;others;names_to;name;short_name;document\n" +
                              from.iso() + ";merge;STC;SYT;;;;Nghị quyết số 1/NQ-HĐND\n"));
        room.desk.clock.set_today(from.plus_days(10));
        auto transaction = MUST(room.context.read());
        const auto read = [&](evidence::Rollup rollup, std::int64_t row) {
            CollectedPlace place{.period = at.period};
            place.collectors.chosen.id = room.agency("SNV");
            return MUST(read_aggregate(room.context, transaction, std::move(place),
                                       {.table = "loai", .row = row, .rollup = rollup}));
        };
        const auto then = read(evidence::Rollup::as_then, 1);
        REQUIRE(then.row);
        REQUIRE(then.row->columns.size() == 2);  // what is no number is not there
        CHECK(then.row->columns[0].parts.size() == 2);
        const auto now = read(evidence::Rollup::as_now, 1);
        REQUIRE(now.row);
        const auto& sums = now.row->columns[0].parts;
        REQUIRE(sums.size() == 1);
        CHECK(sums[0].agency == finance);
        CHECK(sums[0].amount.numerator == 155'000);
        const auto& longest = now.row->columns[1].parts;
        REQUIRE(longest.size() == 1);
        CHECK(longest[0].amount.numerator == 70'000);  // the larger, not both
        CHECK(read(evidence::Rollup::as_now, 2).row->columns[0].parts.empty());
        CHECK_FALSE(read(evidence::Rollup::as_then, 3).row);
        CHECK_FALSE(read(evidence::Rollup::as_then, 0).row);
    });
}

TEST_CASE("the report of all holds the rows of those who report, and is one row upward")
{
    in_room([](Room& room) {
        const Tables at{room};
        at.fill("SNV", "2", "4");
        at.send("SYT");
        at.send("STC");
        {
            auto transaction = MUST(room.context.begin());
            const auto filled =
                MUST(filled_of(room.context, transaction, room.report(at.period.id, "SNV")));
            const auto& row = filled.tables.at("loai").front();
            CHECK(row.cells[0] == "2");
            CHECK(row.sent()[0] == "17.5");
            CHECK(row.sent()[1] == "7");
            CHECK(row.sent()[2] == "12");
        }
        at.send("SNV");
        CHECK(at.total(0, "Trực tuyến", "UBND").amount->numerator == 175'000);
        CHECK(at.total(0).amount->numerator == 155'000);
    });
}

TEST_CASE("a number of a table that is not what was sent is found, and taken from there again")
{
    in_room([](Room& room) {
        const Tables at{room};
        at.send("SYT");
        CHECK(MUST(check_values(room.context)).empty());
        const auto report = room.report(at.period.id, "SYT");
        {
            auto transaction = MUST(room.context.begin());
            MUST(remove_table_values(transaction, report.id));
            MUST(transaction.commit());
        }
        CHECK(MUST(check_values(room.context)).size() == 1);
        {
            auto transaction = MUST(room.context.begin());
            MUST(take_values_anew(room.context, transaction));
            MUST(transaction.commit());
        }
        CHECK(MUST(check_values(room.context)).empty());
        CHECK(at.total(0).amount->numerator == 100'000);
    });
}

TEST_CASE("a row that a form has twice is one")
{
    auto form = form_with_table();
    const std::map<std::string, std::vector<SentRow>> tables{
        {"loai",
         {{.number = 1, .name = "A", .cells = {"1.5", "", "x"}},
          {.number = 2, .name = "A", .cells = {"2", "4", ""}}}},
        {"mo_hinh", {{.number = 1, .cells = {"Tên", "9"}}}}};
    const std::vector<SentTableValue> wanted{{"loai", "A", "cao", 40'000},
                                             {"loai", "A", "so", 35'000}};
    CHECK(table_values_in(form, tables) == wanted);
}

}  // namespace caicach::report
