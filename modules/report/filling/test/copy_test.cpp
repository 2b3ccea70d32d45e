#include "report/filling/copy.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "report/filling/cell_store.hpp"
#include "report/test/room.hpp"

namespace caicach::report
{
namespace
{

/// Two periods of the sample form, of one department.
struct Periods {
    Report first{};
    Report second{};
};

Periods periods_in(Room& room)
{
    auto definition = testing::sample_form();
    definition.reporters = {"departments"};
    const auto form = room.in_force(definition);
    const auto before = MUST(room.open(form));
    room.desk.clock.set_today(day("2026-06-16"));
    const auto now = MUST(room.open(form));
    return {room.report(before.period.id, "SYT"), room.report(now.period.id, "SYT")};
}

void write(Room& room, const Report& report, std::vector<CellChange> changes)
{
    auto transaction = MUST(room.context.begin());
    auto held = MUST(ReportStore{transaction}.hold(report.code));
    const bool has_row = std::ranges::find(changes, 1, &CellChange::row) != changes.end();
    if (has_row) static_cast<void>(MUST(add_row(room.context, transaction, held, "mo_hinh")));
    const auto saved = MUST(save_cells(room.context, transaction, held, changes));
    CHECK(saved.faults.empty());
    CHECK(saved.contested.empty());
    MUST(transaction.commit());
}

Result<Copied> copy(Room& room, const Report& report)
{
    auto transaction = TRY(room.context.begin());
    auto held = TRY(ReportStore{transaction}.hold(report.code));
    auto copied = TRY(copy_from_before(room.context, transaction, held));
    TRY(transaction.commit());
    return copied;
}

Filled filled(Room& room, const Report& report)
{
    auto transaction = MUST(room.context.read());
    const auto now = MUST(ReportStore{transaction}.find(report.id));
    return MUST(filled_of(room.context, transaction, now));
}

}  // namespace

TEST_CASE("what people wrote the last time is copied into what stands empty, and nothing else")
{
    in_room([](Room& room) {
        const auto both = periods_in(room);
        write(room, both.first,
              {{.field = "ho_so", .value = "1.200", .base = ""},
               {.field = "tin_bai", .value = "9", .base = ""},
               {.field = "hai_long", .value = "95", .base = ""},
               {.field = "vuong_mac", .value = "Thiếu máy quét", .base = ""},
               {.field = "mo_hinh/ten", .row = 1, .value = "Tổ lưu động", .base = ""},
               {.field = "mo_hinh/so", .row = 1, .value = "3", .base = ""}});
        write(room, both.second, {{.field = "hai_long", .value = "80", .base = ""}});
        const auto copied = MUST(copy(room, both.second));
        CHECK(copied.rows == 1);
        CHECK(copied.cells == 4);
        const auto now = filled(room, both.second);
        CHECK(now.indicator("ho_so")->sent()->numerator == 1200 * ten_thousandths_of_one);
        CHECK(now.texts.at("vuong_mac") == "Thiếu máy quét");
        REQUIRE(now.tables.at("mo_hinh").size() == 1);
        CHECK(now.tables.at("mo_hinh")[0].cells == std::vector<std::string>{"Tổ lưu động", "3"});
        // Marked until somebody touches it; what was typed was never copied.
        CHECK(now.is_copied("ho_so", 0));
        CHECK(now.is_copied("mo_hinh/ten", 1));
        CHECK_FALSE(now.is_copied("hai_long", 0));
        write(room, both.second, {{.field = "ho_so", .value = "1.300", .base = "1.200"}});
        CHECK_FALSE(filled(room, both.second).is_copied("ho_so", 0));
        CHECK(filled(room, both.second).is_copied("vuong_mac", 0));
        // What is computed comes anew, and what was typed already stays.
        CHECK_FALSE(now.indicator("tin_bai")->typed);
        auto transaction = MUST(room.context.read());
        for (const auto& cell : MUST(CellStore{transaction}.cells(both.second.id)))
            if (cell.field == "hai_long") CHECK(cell.value == "80");
    });
}

TEST_CASE("copied twice a table has its rows once")
{
    in_room([](Room& room) {
        const auto both = periods_in(room);
        write(room, both.first,
              {{.field = "mo_hinh/ten", .row = 1, .value = "Tổ lưu động", .base = ""}});
        CHECK(MUST(copy(room, both.second)).rows == 1);
        CHECK(MUST(copy(room, both.second)).is_nothing());
        CHECK(filled(room, both.second).tables.at("mo_hinh").size() == 1);
    });
}

TEST_CASE("a report has nothing to copy from where it is the first")
{
    in_room([](Room& room) {
        const auto both = periods_in(room);
        CHECK(copy(room, both.first).error().key == "report.copy.none");
        CHECK(MUST(copy(room, both.second)).is_nothing());
        CHECK(filled(room, both.second).report.state == State::expected);
    });
}

}  // namespace caicach::report
