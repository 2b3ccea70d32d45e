#include "report/aggregate/aggregate.hpp"

#include <random>

#include "json/value.hpp"
#include "report/aggregate/test/collected_period.hpp"
#include "report/flow/submission.hpp"
#include "text/number.hpp"

namespace caicach::report
{
namespace
{

/// What the frozen submissions that stand say of an indicator, added by hand.
Amount recomputed(const CollectingRoom& at, std::string_view key)
{
    Amount sum{.denominator = 0};
    auto transaction = MUST(at.room.context.read());
    for (const auto& report : at.room.reports(at.period.id)) {
        if (!report.is_complete() || report.collector != at.room.agency("SNV")) continue;
        const auto text = MUST(SubmissionStore{transaction}.content(report.current));
        const auto frozen = MUST(json::parse(text));
        for (const auto& one_of : frozen["indicators"].elements()) {
            if (one_of["key"].as_string() != key) continue;
            const auto whole = [](const json::Value& value) {
                return text::parse_integer(value.as_string()).value() * one;
            };
            sum.numerator += whole(one_of["sent"]["value"]);
            if (one_of["sent"].has("of")) *sum.denominator += whole(one_of["sent"]["of"]);
        }
    }
    return sum;
}

}  // namespace

TEST_CASE("numbers of those who sent are added by kind; who is missing is not")
{
    in_room([](Room& room) {
        const CollectingRoom at{room};
        CHECK_FALSE(at.total("ho_so").amount);
        at.fill("SYT", {{"ho_so", 0, "100"},
                        {"hai_long", 0, "80"},
                        {"ty_le", 0, "1"},
                        {"ty_le/mau", 0, "2"},
                        {"cao", 0, "5"},
                        {"co", 0, "1"}});
        at.fill("STC", {{"ho_so", 0, "300"},
                        {"hai_long", 0, "90"},
                        {"ty_le", 0, "90"},
                        {"ty_le/mau", 0, "100"},
                        {"cao", 0, "7"},
                        {"co", 0, "0"}});
        MUST(at.steps.send(at.code("SYT")));
        CHECK(at.total("ho_so").amount->numerator == 100 * one);
        MUST(at.steps.send(at.code("STC")));
        CHECK(at.total("ho_so").amount->numerator == 400 * one);
        CHECK(at.total("ho_so").counted == 2);
        CHECK(*at.total("hai_long").amount == Amount{35'000 * one, 400 * one});
        CHECK(*at.total("ty_le").amount == Amount{91 * one, 102 * one});
        CHECK(at.total("cao").amount->numerator == 7 * one);
        CHECK(*at.total("co").amount == Amount{1 * one, 2 * one});

        auto turnout = at.turnout();
        CHECK(turnout.sent == 2);
        CHECK(turnout.missing == turnout.expected - 2);
        CHECK(turnout.on_time == 2);
        CHECK(turnout.overdue == 0);
        MUST(at.steps.return_it(at.code("STC")));
        CHECK(at.total("ho_so").amount->numerator == 100 * one);
        room.desk.clock.set_today(at.period.due_on.plus_days(1));
        turnout = at.turnout();
        CHECK(turnout.returned == 1);
        CHECK(turnout.overdue == turnout.missing);
        CHECK(turnout.on_time == 2);
    });
}

TEST_CASE("a mean whose weight was not sent stands apart, and is counted as such")
{
    in_room([](Room& room) {
        const CollectingRoom at{room};
        at.fill("SYT", {{"hai_long", 0, "80"}});
        MUST(at.steps.send(at.code("SYT")));
        const auto total = at.total("hai_long");
        CHECK_FALSE(total.amount);
        CHECK(total.apart == 1);
        CHECK(total.counted == 0);
    });
}

namespace
{

/// What was sent is refused to be changed: then nothing happens.
void fill_where_it_may(const CollectingRoom& at, const std::string& code, const std::string& value)
{
    const auto is_open = at.steps.take(code, [&](database::Transaction& /*in*/, Report& held) {
        return after(held, Act::fill, at.form.definition.flow, at.room.context.today());
    });
    if (is_open)
        at.steps.fill(code, {{"ho_so", 0, value}, {"ty_le", 0, value}, {"ty_le/mau", 0, "1.000"}});
}

/// How many steps were taken; some are refused.
int walked(const CollectingRoom& at, const std::string& code, const std::string& value,
           std::uint64_t step)
{
    const auto taken = [](const Result<void>& done) { return done.has_value() ? 1 : 0; };
    switch (step) {
        case 0:
            fill_where_it_may(at, code, value);
            return 0;
        case 1:
        case 2:
            return taken(at.steps.send(code));
        case 3:
            return taken(at.steps.take_back(code));
        case 4:
            return taken(at.steps.return_it(code));
        case 5: {
            const int checked = taken(at.steps.check(code));
            return checked + taken(at.steps.approve_it(code));
        }
        default:
            return taken(at.steps.open_again(code));
    }
}

void check_totals(const CollectingRoom& at)
{
    CHECK(at.total("ho_so").amount.value_or(Amount{}).numerator ==
          recomputed(at, "ho_so").numerator);
    CHECK(at.total("ty_le").amount.value_or(Amount{0, 0}) == recomputed(at, "ty_le"));
}

}  // namespace

TEST_CASE("after any walk of steps the totals are those of the submissions that stand")
{
    in_room([](Room& room) {
        const CollectingRoom at{room};
        const std::vector<std::string> codes{at.code("SYT"), at.code("STC"), at.code("STP"),
                                             at.code("SGDDT")};
        // NOLINTNEXTLINE(cert-msc51-cpp): the same walk each time
        std::mt19937_64 random{20260914};
        const auto any = [&](std::uint64_t below) { return random() % below; };
        int taken = 0;
        for (int step = 0; step < 160; ++step) {
            const auto& code = codes[any(codes.size())];
            const auto value = std::to_string(any(1'000));
            taken += walked(at, code, value, any(7));
            if (step % 8 == 0) check_totals(at);
        }
        CHECK(taken > 40);
    });
}

TEST_CASE("who was taken over within the period is in its heir's report, and counts once")
{
    in_room([](Room& room) {
        const CollectingRoom at{room};
        for (const auto* agency : {"SYT", "STP"}) {
            at.fill(agency, {{"ho_so", 0, "100"}});
            MUST(at.steps.send(at.code(agency)));
        }
        // Neither need report any more; nobody else answers for what either of them did.
        for (const auto* agency : {"SYT", "STP"}) {
            auto report = at.room.report(at.period.id, agency);
            report.not_asked_since = room.context.today();
            room.save(report);
        }
        CHECK(at.total("ho_so").amount->numerator == 200 * one);
        MUST(organisation::seed_reorganisations(
            room.context,
            "day;kind;subject;others;names_to;name;short_name;document\n"
            "2026-05-01;merge;STC;STP;;;;Nghị quyết số 1/NQ-HĐND ngày 20/4/2026\n"));
        CHECK(at.total("ho_so").amount->numerator == 100 * one);
        CHECK(at.turnout().sent == 2);
    });
}

}  // namespace caicach::report
