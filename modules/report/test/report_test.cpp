#include "report/report.hpp"

#include <doctest/doctest.h>

#include <map>

#include "calendar/moment.hpp"

namespace caicach::report
{
namespace
{

Date day(std::string_view iso) { return Date::from_iso(iso).value(); }

/// Due on 17 March, locked from the end of the 31st.
Report report_in(State state)
{
    return {.state = state, .due_on = day("2026-03-17"), .locks_on = day("2026-03-31")};
}

constexpr Held everything{.may_fill = true,
                          .may_submit = true,
                          .may_check = true,
                          .may_approve = true,
                          .may_unlock = true,
                          .may_issue = true};

std::string names_of(const std::vector<Act>& acts)
{
    std::string names;
    for (const auto act : acts) names += (names.empty() ? "" : " ") + std::string{name_of(act)};
    return names;
}

/// What may be done before the lock, and behind it, in each state.
struct Line {
    State state{};
    std::string_view open{};
    std::string_view locked{};
};

const FlowRule usual{};

}  // namespace

TEST_CASE("what may be done with a report follows from its state and its lock")
{
    constexpr std::array lines{Line{State::expected, "fill submit extend", "extend"},
                               Line{State::draft, "fill submit extend", "extend"},
                               Line{State::submitted, "recall check send_back extend issue",
                                    "check send_back correct extend issue"},
                               Line{State::checked, "approve send_back extend issue",
                                    "approve send_back correct extend issue"},
                               Line{State::approved, "reopen extend issue", "correct extend issue"},
                               Line{State::returned, "fill submit extend", "correct extend"},
                               Line{State::dropped, "", ""}};
    for (const auto& line : lines) {
        CAPTURE(name_of(line.state));
        const auto report = report_in(line.state);
        CHECK(names_of(acts(report, usual, day("2026-03-31"), everything)) == line.open);
        CHECK(names_of(acts(report, usual, day("2026-04-01"), everything)) == line.locked);
        CHECK(acts(report, usual, day("2026-03-31"), {}).empty());
        // Opened once more it is as before, to the end of that day.
        auto again = report;
        again.open_until = day("2026-04-10");
        CHECK(names_of(acts(again, usual, day("2026-04-10"), everything)) == line.open);
        CHECK(names_of(acts(again, usual, day("2026-04-11"), everything)) == line.locked);
    }
}

TEST_CASE("each act leads to the state that the next one needs")
{
    const std::map<std::pair<State, Act>, State> table{
        {{State::expected, Act::fill}, State::draft},
        {{State::expected, Act::submit}, State::submitted},
        {{State::expected, Act::extend}, State::expected},
        {{State::draft, Act::fill}, State::draft},
        {{State::draft, Act::submit}, State::submitted},
        {{State::draft, Act::extend}, State::draft},
        {{State::submitted, Act::recall}, State::draft},
        {{State::submitted, Act::check}, State::checked},
        {{State::submitted, Act::send_back}, State::returned},
        {{State::submitted, Act::extend}, State::submitted},
        {{State::submitted, Act::issue}, State::submitted},
        {{State::checked, Act::approve}, State::approved},
        {{State::checked, Act::send_back}, State::returned},
        {{State::checked, Act::extend}, State::checked},
        {{State::checked, Act::issue}, State::checked},
        {{State::approved, Act::reopen}, State::returned},
        {{State::approved, Act::extend}, State::approved},
        {{State::approved, Act::issue}, State::approved},
        {{State::returned, Act::fill}, State::returned},
        {{State::returned, Act::submit}, State::submitted},
        {{State::returned, Act::extend}, State::returned},
    };
    for (const auto state : {State::expected, State::draft, State::submitted, State::checked,
                             State::approved, State::returned, State::dropped}) {
        for (const auto act :
             {Act::fill, Act::submit, Act::recall, Act::check, Act::approve, Act::send_back,
              Act::reopen, Act::correct, Act::extend, Act::issue}) {
            CAPTURE(name_of(state));
            CAPTURE(name_of(act));
            const auto next = after(report_in(state), act, usual, day("2026-03-20"));
            const auto wanted = table.find({state, act});
            CHECK(next.has_value() == (wanted != table.end()));
            if (next && wanted != table.end()) CHECK(*next == wanted->second);
            if (!next) CHECK(next.error().key == "report.flow.not_now");
        }
    }
}

TEST_CASE("behind the lock what is refused says so, and a correction takes its place")
{
    const auto today = day("2026-04-01");
    for (const auto act : {Act::fill, Act::submit}) {
        const auto next = after(report_in(State::draft), act, usual, today);
        REQUIRE_FALSE(next);
        CHECK(next.error().key == "report.flow.locked");
        CHECK(next.error().kind == Failure::conflict);
    }
    CHECK(after(report_in(State::submitted), Act::recall, usual, today).error().key ==
          "report.flow.locked");
    CHECK(after(report_in(State::approved), Act::reopen, usual, today).error().key ==
          "report.flow.locked");
    CHECK(*after(report_in(State::approved), Act::correct, usual, today) == State::submitted);
    // What never locks needs neither.
    auto never = report_in(State::approved);
    never.locks_on.reset();
    CHECK_FALSE(never.is_locked(day("2036-01-01")));
    CHECK(names_of(acts(never, usual, day("2036-01-01"), everything)) == "reopen issue");
}

TEST_CASE("a form without checking or without approval has a shorter way")
{
    const auto today = day("2026-03-20");
    const FlowRule unchecked{.needs_check = false};
    CHECK(*after(report_in(State::submitted), Act::approve, unchecked, today) == State::approved);
    CHECK_FALSE(after(report_in(State::submitted), Act::check, unchecked, today));
    const FlowRule unapproved{.needs_approval = false};
    CHECK(*after(report_in(State::submitted), Act::check, unapproved, today) == State::approved);
    CHECK_FALSE(after(report_in(State::submitted), Act::approve, unapproved, today));
    const FlowRule neither{.needs_check = false, .needs_approval = false};
    CHECK(names_of(acts(report_in(State::submitted), neither, today, everything)) ==
          "recall send_back extend issue");
}

TEST_CASE("a report is in time until its due day is over in Vietnam")
{
    auto report = report_in(State::submitted);
    CHECK_FALSE(report_in(State::draft).is_on_time().has_value());
    const auto midnight = instant_at(day("2026-03-18"), 0);
    report.first_submitted_at = midnight + -1;
    CHECK(report.is_on_time() == true);
    report.first_submitted_at = midnight;
    CHECK(report.is_on_time() == false);
}

TEST_CASE("complete, overdue and locked are facts apart")
{
    CHECK_FALSE(report_in(State::draft).is_overdue(day("2026-03-17")));
    CHECK(report_in(State::draft).is_overdue(day("2026-03-18")));
    CHECK(report_in(State::returned).is_overdue(day("2026-03-18")));
    CHECK_FALSE(report_in(State::returned).is_complete());
    CHECK_FALSE(report_in(State::submitted).is_overdue(day("2026-05-01")));
    CHECK(report_in(State::submitted).is_complete());
    CHECK(report_in(State::approved).is_complete());
    CHECK_FALSE(report_in(State::dropped).is_overdue(day("2026-05-01")));
    CHECK_FALSE(report_in(State::draft).is_locked(day("2026-03-31")));
    CHECK(report_in(State::submitted).is_locked(day("2026-04-01")));
}

TEST_CASE("the names of states are those that are stored")
{
    for (const auto state : {State::expected, State::draft, State::submitted, State::checked,
                             State::approved, State::returned, State::dropped})
        CHECK(state_from(name_of(state)) == state);
    CHECK(name_of(State::returned) == "returned");
    CHECK(name_of(Act::send_back) == "send_back");
    CHECK_FALSE(state_from("late"));
}

}  // namespace caicach::report
