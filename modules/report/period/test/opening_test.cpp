#include "report/period/opening.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "organisation/testing.hpp"
#include "report/period/due_recount.hpp"
#include "report/period/expected.hpp"
#include "report/test/room.hpp"
#include "testing/side_by_side.hpp"

namespace caicach::report
{
namespace
{

/// The sample form, asked of the departments alone.
Definition of_departments()
{
    auto form = testing::sample_form();
    form.reporters = {"departments"};
    return form;
}

std::size_t departments(const Room& room)
{
    auto transaction = MUST(room.context.read());
    const auto group = MUST(organisation::group_by_key(transaction, "departments"));
    return MUST(organisation::members(transaction, group.id, room.context.today())).agencies.size();
}

void take_out(const Room& room, std::string_view code, organisation::Membership membership)
{
    auto transaction = MUST(room.context.begin());
    const auto group = MUST(organisation::group_by_key(transaction, "departments"));
    const auto agency = MUST(organisation::agency_by_code(transaction, code, room.context.today()));
    MUST(organisation::set_group_exception(room.context, transaction, group.id, agency.id,
                                           membership));
    MUST(transaction.commit());
}

}  // namespace

TEST_CASE("an opened period has a report of each agency, sent to the owner, whose own goes upward")
{
    in_room([](Room& room) {
        const auto form = room.in_force(of_departments());
        const auto opened = MUST(room.open(form));
        CHECK(opened.is_new);
        CHECK(opened.period.title == "6 tháng đầu năm 2026");
        CHECK(opened.period.data.from == day("2026-03-15"));
        CHECK(opened.period.data.to == day("2026-06-14"));
        CHECK(opened.period.year_from == day("2025-12-15"));
        CHECK(opened.period.due_on == day("2026-06-17"));
        CHECK(opened.reports == static_cast<int>(departments(room)));
        const auto other = room.report(opened.period.id, "SYT");
        CHECK(other.state == State::expected);
        CHECK(other.collector == room.agency("SNV"));
        CHECK(other.due_on == day("2026-06-17"));
        CHECK(other.locks_on == day("2026-07-01"));
        CHECK(other.version_of_form == form.version.id);
        // The owner is one of the departments: its report is that of all of them.
        const auto own = room.report(opened.period.id, "SNV");
        CHECK(own.collector == room.agency("UBND"));
        CHECK(own.due_on == day("2026-06-25"));
        CHECK(own.locks_on == day("2026-07-09"));
        CHECK(room.desk.recorder.lines.back().starts_with("report.period.opened"));
    });
}

TEST_CASE("a period is opened once, however often and by how many it is asked for")
{
    in_room([](Room& room) {
        const auto form = room.in_force(of_departments());
        const auto period = room.period(form);
        const auto open = [&](database::Transaction& transaction) -> Result<void> {
            TRY(open_period(room.context, transaction, form, period));
            return {};
        };
        auto* database = room.context.services().database;
        MUST(caicach::testing::side_by_side(*database, open, open));
        const auto again = MUST(room.open(form));
        CHECK_FALSE(again.is_new);
        CHECK(room.reports(again.period.id).size() == departments(room));
    });
}

TEST_CASE("more than a hundred and fifty agencies owe a report from one moment on")
{
    in_room([](Room& room) {
        constexpr int more = 150;
        {
            auto transaction = MUST(room.context.begin());
            for (int i = 0; i < more; ++i)
                MUST(organisation::create_agency(room.context, transaction,
                                                 {.name = "Sở thứ " + std::to_string(i),
                                                  .code = "S" + std::to_string(i),
                                                  .kind = "department"}));
            MUST(transaction.commit());
        }
        const auto form = room.in_force(of_departments());
        const auto opened = MUST(room.open(form));
        CHECK(opened.reports > more);
        const auto reports = room.reports(opened.period.id);
        CHECK(reports.size() == static_cast<std::size_t>(opened.reports));
        std::vector<std::string> codes;
        for (const auto& one : reports) codes.push_back(one.code);
        std::ranges::sort(codes);
        CHECK(std::ranges::adjacent_find(codes) == codes.end());
    });
}

TEST_CASE("who need not report any more is dropped, and what was written stays")
{
    in_room([](Room& room) {
        const auto form = room.in_force(of_departments());
        const auto opened = MUST(room.open(form));
        const auto period = opened.period.id;
        CHECK(room.renew(form, period).is_nothing());
        auto begun = room.report(period, "STC");
        begun.state = State::draft;
        room.save(begun);
        take_out(room, "SYT", organisation::Membership::excluded);
        take_out(room, "STC", organisation::Membership::excluded);
        const auto left = room.renew(form, period);
        CHECK(left.dropped == 2);
        CHECK(room.report(period, "SYT").state == State::dropped);
        const auto kept = room.report(period, "STC");
        CHECK(kept.state == State::draft);
        CHECK(kept.not_asked_since == room.context.today());
        CHECK(room.desk.recorder.lines.back().starts_with("report.period.renewed"));
        CHECK(room.renew(form, period).is_nothing());

        take_out(room, "SYT", organisation::Membership::included);
        take_out(room, "STC", organisation::Membership::included);
        CHECK(room.renew(form, period).added == 2);
        CHECK(room.report(period, "SYT").state == State::expected);
        CHECK_FALSE(room.report(period, "STC").not_asked_since);
        CHECK(room.reports(period).size() == static_cast<std::size_t>(opened.reports));
    });
}

TEST_CASE("an agency that is new in the directory owes a report of what is open")
{
    in_room([](Room& room) {
        const auto form = room.in_force(of_departments());
        const auto opened = MUST(room.open(form));
        organisation::testing::agency(room.context, "Sở Biển và Hải đảo");
        CHECK(room.renew(form, opened.period.id).added == 1);
        CHECK(room.reports(opened.period.id).size() ==
              static_cast<std::size_t>(opened.reports) + 1);
    });
}

TEST_CASE("a new version of a form takes over what nobody has begun, and nothing else")
{
    in_room([](Room& room) {
        const auto first = room.in_force(of_departments());
        const auto opened = MUST(room.open(first));
        auto begun = room.report(opened.period.id, "STC");
        begun.state = State::draft;
        room.save(begun);
        auto amended = of_departments();
        amended.title = "Báo cáo thử, bản mới";
        amended.due.rule.day = 20;
        const auto second = room.in_force(amended);
        CHECK(room.renew(second, opened.period.id).moved == opened.reports - 1);
        CHECK(room.report(opened.period.id, "STC").version_of_form == first.version.id);
        const auto moved = room.report(opened.period.id, "SYT");
        CHECK(moved.version_of_form == second.version.id);
        // Somebody works with the days that were told: they stay.
        CHECK(moved.due_on == day("2026-06-17"));
    });
}

TEST_CASE("a new version of a form brings its own days where nobody has begun anything")
{
    in_room([](Room& room) {
        const auto first = room.in_force(of_departments());
        const auto opened = MUST(room.open(first));
        auto amended = of_departments();
        amended.due.rule.day = 18;
        const auto second = room.in_force(amended);
        CHECK(room.renew(second, opened.period.id).moved == opened.reports);
        CHECK(room.report(opened.period.id, "SYT").due_on == day("2026-06-18"));
        auto transaction = MUST(room.context.read());
        const auto period = MUST(ReportStore{transaction}.period(opened.period.id));
        CHECK(period.due_on == day("2026-06-18"));
        CHECK(period.due_why.find("18") != std::string::npos);
    });
}

TEST_CASE("a changed calendar moves the days of what is open, and not those of what was sent")
{
    in_room([](Room& room) {
        const auto form = room.in_force(of_departments());
        const auto opened = MUST(room.open(form));
        auto sent = room.report(opened.period.id, "STC");
        sent.state = State::submitted;
        room.save(sent);
        std::vector<organisation::MovedDueDate> moved;
        {
            auto transaction = MUST(room.context.begin());
            moved = organisation::testing::day_off(room.context, transaction, day("2026-06-17"));
            MUST(transaction.commit());
        }
        REQUIRE(moved.size() == 1);
        CHECK(moved[0].what == "Báo cáo thử, 6 tháng đầu năm 2026");
        CHECK(moved[0].before == day("2026-06-17"));
        CHECK(moved[0].after == day("2026-06-18"));
        CHECK(room.report(opened.period.id, "SYT").due_on == day("2026-06-18"));
        CHECK(room.report(opened.period.id, "SYT").locks_on == day("2026-07-02"));
        CHECK(room.report(opened.period.id, "STC").due_on == day("2026-06-17"));
        CHECK(room.report(opened.period.id, "SNV").due_on == day("2026-06-25"));
    });
}

TEST_CASE("a request out of turn has days, agencies and words of its own")
{
    in_room([](Room& room) {
        auto definition = of_departments();
        definition.is_ad_hoc = true;
        definition.owner_reports = false;
        const auto form = room.in_force(definition);
        const auto ask = [&](const AdHocRequest& request) -> Result<Opened> {
            auto transaction = TRY(room.context.begin());
            auto opened = TRY(open_ad_hoc(room.context, transaction, form, request));
            TRY(transaction.commit());
            return opened;
        };
        AdHocRequest request{.title = "về cắt giảm thủ tục",
                             .data = {day("2026-02-01"), day("2026-02-28")},
                             .due_on = day("2026-03-20"),
                             .asked_by = "Bộ Nội vụ",
                             .asked_document = "123/BNV-CCHC",
                             .reporters = {"SYT", "STC", "SYT"}};
        auto late = request;
        late.due_on = day("2026-03-14");
        CHECK(ask(late).error().key == "report.period.due_past");
        auto far = request;
        far.due_on = day("2062-03-20");
        CHECK(ask(far).error().key == "report.period.due_far");
        auto backwards = request;
        backwards.data.to = day("2026-01-31");
        CHECK(ask(backwards).error().field == "den");
        auto unknown = request;
        unknown.reporters = {"SYT", "KHONGCO"};
        CHECK(ask(unknown).error().key == "report.form.reporter_unknown");
        auto untitled = request;
        untitled.title.clear();
        CHECK(ask(untitled).error().field == "ten");
        const auto opened = MUST(ask(request));
        CHECK(opened.reports == 2);
        CHECK(opened.period.is_ad_hoc());
        CHECK(opened.period.year_from == day("2026-01-01"));
        CHECK(room.report(opened.period.id, "SYT").due_on == day("2026-03-20"));
        // Asked of two agencies, it stays with them when the directory changes.
        organisation::testing::agency(room.context, "Sở Biển và Hải đảo");
        CHECK(room.renew(form, opened.period.id).is_nothing());
        request.reporters.clear();
        CHECK(MUST(ask(request)).reports > 2);
    });
}

TEST_CASE("reports go to the agency above where the form says so")
{
    in_room([](Room& room) {
        auto definition = of_departments();
        definition.collector = CollectorRule::parent;
        definition.owner_reports = false;
        const auto form = room.in_force(definition);
        const auto opened = MUST(room.open(form));
        CHECK(room.report(opened.period.id, "SYT").collector == room.agency("UBND"));
        auto transaction = MUST(room.context.read());
        const auto committee = room.agency("UBND");
        CHECK(MUST(agency_above(transaction, committee, room.context.today())) == committee);
    });
}

TEST_CASE(
    "periods open from the one on whose days a form comes into force, unless its due day is over")
{
    FormInForce form{.version = {.valid_from = day("2026-03-15")},
                     .definition = testing::sample_form()};
    const auto cut_offs = MUST(cut_offs_on(day("2026-03-15")));
    const auto scheme = scheme_of(form.definition.period, cut_offs);
    const calendar::WorkingDays days{};
    const auto firsts = [&](std::string_view today) {
        std::string text;
        for (const auto& one : periods_to_open(form, scheme, days, day(today)))
            text += one.first.iso() + " ";
        return text;
    };
    CHECK(firsts("2026-03-15") == "2026-03-15 ");
    CHECK(firsts("2026-06-14") == "2026-03-15 ");
    // What was missed while nothing ran is caught up.
    CHECK(firsts("2026-09-20") == "2026-03-15 2026-06-15 2026-09-15 ");
    form.version.valid_from = day("2026-03-14");
    CHECK(firsts("2026-03-14") == "2025-12-15 ");
    // Due by the 20th of February, in the midst of the period: over when the form came.
    form.definition.due.rule.months_after = -1;
    CHECK(firsts("2026-03-14").empty());
    form.definition.is_ad_hoc = true;
    CHECK(firsts("2026-09-20").empty());
}

}  // namespace caicach::report
