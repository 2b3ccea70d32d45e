#include "report/filling/compare.hpp"

#include <doctest/doctest.h>

#include "report/filling/cell_saving.hpp"
#include "report/flow/flow_steps.hpp"
#include "report/test/room.hpp"

namespace caicach::report
{
namespace
{

constexpr std::int64_t one = ten_thousandths_of_one;

/// The sample form, which everybody may send, by quarters.
FormInForce form_in(Room& room)
{
    auto form = testing::sample_form();
    form.reporters = {"departments"};
    form.owner_reports = false;
    form.flow = {};
    Section& numbers = form.sections.front();
    numbers.parts.emplace_back(
        Indicator{.key = "dung_han", .text = "Đúng hạn", .decimals = 1, .adding = Adding::ratio});
    return room.in_force(std::move(form));
}

void send(Room& room, const Report& report, std::vector<CellChange> changes)
{
    auto transaction = MUST(room.context.begin());
    auto held = MUST(ReportStore{transaction}.hold(report.code));
    CHECK(MUST(save_cells(room.context, transaction, held, changes)).faults.empty());
    MUST(submit(room.context, transaction, held, true));
    MUST(transaction.commit());
}

Earlier earlier(Room& room, const FormInForce& form, const Report& report)
{
    auto transaction = MUST(room.context.read());
    const auto period = MUST(ReportStore{transaction}.period(report.period));
    return MUST(earlier_of(transaction, report, period, form.definition));
}

}  // namespace

TEST_CASE("numbers stand beside those of the last period and of the same period last year")
{
    in_room([](Room& room) {
        room.desk.clock.set_today(day("2025-03-20"));
        const auto form = form_in(room);
        const auto last_year = MUST(room.open(form));
        send(room, room.report(last_year.period.id, "SYT"), {{.field = "ho_so", .value = "90"}});
        room.desk.clock.set_today(day("2026-01-20"));
        const auto before = MUST(room.open(form));
        room.desk.clock.set_today(day("2026-03-20"));
        const auto now = MUST(room.open(form));
        const auto report = room.report(now.period.id, "SYT");
        // Opened, and nothing sent: there is nothing to compare with.
        auto found = earlier(room, form, report);
        CHECK_FALSE(found.before);
        REQUIRE(found.a_year_before);
        CHECK(found.a_year_before->title == "6 tháng đầu năm 2025");
        CHECK(found.a_year_before->amounts.at("ho_so").numerator == 90 * one);
        const auto sent = room.report(before.period.id, "SYT");
        send(room, sent,
             {{.field = "ho_so", .value = "100"},
              {.field = "hai_long", .value = "95,5"},
              {.field = "dung_han", .value = "9"},
              {.field = "dung_han/mau", .value = "10"}});
        found = earlier(room, form, report);
        REQUIRE(found.before);
        CHECK(found.before->title == "quý I năm 2026");
        CHECK(found.before->amounts.at("ho_so").numerator == 100 * one);
        CHECK(found.before->amounts.at("hai_long").numerator == 955'000);
        CHECK(found.before->amounts.at("dung_han").denominator == 10 * one);
        // What was sent back does not stand.
        {
            auto transaction = MUST(room.context.begin());
            auto held = MUST(ReportStore{transaction}.hold(sent.code));
            MUST(send_back(room.context, transaction, held, "Thiếu", {}));
            MUST(transaction.commit());
        }
        CHECK_FALSE(earlier(room, form, report).before);
        // Another department sent nothing.
        CHECK_FALSE(earlier(room, form, room.report(now.period.id, "STP")).a_year_before);
    });
}

TEST_CASE("who took another agency over is compared with both, as far as numbers add up")
{
    in_room([](Room& room) {
        room.desk.clock.set_today(day("2026-03-20"));
        const auto form = form_in(room);
        const auto before = MUST(room.open(form));
        send(room, room.report(before.period.id, "SYT"),
             {{.field = "ho_so", .value = "100"},
              {.field = "hai_long", .value = "90"},
              {.field = "dung_han", .value = "9"},
              {.field = "dung_han/mau", .value = "10"}});
        const auto justice = room.report(before.period.id, "STP");
        send(room, justice,
             {{.field = "ho_so", .value = "40"},
              {.field = "hai_long", .value = "80"},
              {.field = "dung_han", .value = "1"},
              {.field = "dung_han/mau", .value = "10"}});
        room.desk.clock.set_today(day("2026-06-20"));
        MUST(organisation::seed_reorganisations(
            room.context,
            "day;kind;subject;others;names_to;name;short_name;document\n"
            "2026-06-18;merge;STP;SYT;;;;Nghị quyết số 1/NQ-HĐND\n"));
        const auto now = MUST(room.open(form));
        const auto found = earlier(room, form, room.report(now.period.id, "STP"));
        REQUIRE(found.before);
        const auto& amounts = found.before->amounts;
        CHECK(amounts.at("ho_so").numerator == 140 * one);
        CHECK(amounts.at("dung_han") == Amount{10 * one, 20 * one});
        CHECK_FALSE(amounts.contains("hai_long"));  // a mean of means is nobody's number
    });
}

}  // namespace caicach::report
