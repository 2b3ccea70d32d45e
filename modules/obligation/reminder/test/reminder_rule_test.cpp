#include "obligation/reminder/reminder_rule.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "calendar/working_time.hpp"
#include "obligation/reminder/office_moment.hpp"

namespace caicach::obligation
{
namespace
{

Date day(int month, int number) { return *Date::create(2026, month, number); }

/// Thursday 30 April and Friday 1 May are off.
calendar::WorkingDays spring()
{
    return calendar::WorkingDays({{.from = day(4, 30),
                                   .to = day(5, 1),
                                   .kind = calendar::DayKind::holiday,
                                   .name = "Nghỉ lễ"}});
}

ReminderRule rule(int days, bool counts_working_days)
{
    return {.key = "r", .days = days, .counts_working_days = counts_working_days};
}

}  // namespace

TEST_CASE("the rules of the file are read, each with whom it tells")
{
    const auto rules = MUST(reminder_rules_on(day(3, 15)));
    CHECK(rules.size() == 8);
    const auto committee = std::ranges::find(rules, "late_committee", &ReminderRule::key);
    REQUIRE(committee != rules.end());
    CHECK(committee->days == 10);
    CHECK(committee->counts_working_days);
    CHECK(committee->audience == Audience::committee);
    CHECK(committee->channels ==
          std::vector{notification::Channel::in_app, notification::Channel::email});
    const auto late = std::ranges::find(rules, "late_day", &ReminderRule::key);
    REQUIRE(late != rules.end());
    CHECK(late->channels.size() == 4);
    CHECK(late->channels.back() == notification::Channel::zalo);
    CHECK(rule_title(rules, "due_day") == "Đến hạn hôm nay");
    CHECK(rule_title(rules, nudge_rule) == "Nhắc trực tiếp");
    CHECK(rule_title(rules, "of_old") == "of_old");
    CHECK(MUST(reminder_rules_on(*Date::create(2019, 12, 31))).empty());
}

TEST_CASE("rules of proposals name who was asked, then the head")
{
    const auto rules = MUST(proposal_rules_on(day(3, 15)));
    REQUIRE(rules.size() == 3);
    CHECK(rules.front().days == 3);
    CHECK(rules.front().audience == Audience::officer);
    CHECK(rules.back().audience == Audience::head);
    CHECK(MUST(proposal_rules_on(*Date::create(2019, 12, 31))).empty());
}

TEST_CASE("rules stand by the days that they speak of, before and after them")
{
    const std::vector rules{rule(-7, false), rule(3, true)};
    const auto found = rules_by_day(rules, spring(), day(3, 17), day(3, 18));
    REQUIRE(found.contains(day(3, 25)));
    CHECK(found.at(day(3, 25)) == std::vector{&rules.front()});
    // From a Saturday and a Sunday on, too.
    for (const auto first : {day(3, 13), day(3, 14), day(3, 15)})
        CHECK(found.at(first) == std::vector{&rules.back()});
    CHECK(found.size() == 4);
}

TEST_CASE("people are told on working days alone: before the day rather than behind it")
{
    const auto days = spring();
    CHECK(rule(-7, false).fires_on(day(3, 31), days) == day(3, 24));
    // A Saturday, and the days off around the first of May.
    CHECK(rule(-7, false).fires_on(day(4, 4), days) == day(3, 27));
    CHECK(rule(-7, false).fires_on(day(5, 8), days) == day(4, 29));
    CHECK(rule(0, true).fires_on(day(3, 31), days) == day(3, 31));
    CHECK(rule(0, true).fires_on(day(5, 2), days) == day(4, 29));
    CHECK(rule(-2, true).fires_on(day(3, 31), days) == day(3, 27));
    CHECK(rule(-2, true).fires_on(day(5, 4), days) == day(4, 28));
}

TEST_CASE("after the day working days are counted, its own not among them")
{
    const auto days = spring();
    CHECK(rule(1, true).fires_on(day(3, 31), days) == day(4, 1));
    CHECK(rule(3, true).fires_on(day(3, 31), days) == day(4, 3));
    CHECK(rule(5, true).fires_on(day(3, 31), days) == day(4, 7));
    CHECK(rule(1, true).fires_on(day(4, 29), days) == day(5, 4));
    CHECK(rule(3, false).fires_on(day(4, 28), days) == day(5, 4));
}

TEST_CASE("offices are open from morning to evening, and closed at night and on days off")
{
    calendar::WeeklyHours week{.valid_from = day(1, 1)};
    for (std::size_t weekday = 0; weekday < 5; ++weekday)
        week.of_weekday[weekday] = {{.from = 420, .to = 690}, {.from = 810, .to = 1020}};
    const calendar::WorkingTime time(spring(), calendar::OfficeHours({week}));
    const auto moment = [&](std::string_view at) {
        return to_iso(office_moment(time, instant_from_iso(at)));
    };
    // Vietnam is seven hours ahead.
    CHECK(moment("2026-04-27T22:00:00.000000Z") == "2026-04-28T00:00:00.000000Z");
    CHECK(moment("2026-04-28T02:00:00.000000Z") == "2026-04-28T02:00:00.000000Z");
    CHECK(moment("2026-04-28T05:30:00.000000Z") == "2026-04-28T05:30:00.000000Z");
    CHECK(moment("2026-04-28T10:00:00.000000Z") == "2026-04-29T00:00:00.000000Z");
    CHECK(moment("2026-04-29T11:00:00.000000Z") == "2026-05-04T00:00:00.000000Z");
    const calendar::WorkingTime never(spring(), calendar::OfficeHours{});
    CHECK(to_iso(office_moment(never, instant_from_iso("2026-04-28T02:00:00.000000Z"))) ==
          "2026-04-28T02:00:00.000000Z");
}

}  // namespace caicach::obligation
