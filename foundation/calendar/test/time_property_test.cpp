// What must hold for every calendar, start, length and pause; a failure names its seed.
#include <doctest/doctest.h>

#include <algorithm>

#include "calendar/moment.hpp"
#include "dice.hpp"
#include "sample_calendar.hpp"

namespace caicach::calendar
{
namespace
{

constexpr std::int64_t day_us = 86'400'000'000;
constexpr int rounds = 400;

/// Holidays, swapped days and half days strewn over the years, up to a Tết's length.
WorkingDays some_days(Dice& dice)
{
    std::vector<SpecialDay> rows;
    for (int row = dice.number(0, 120); row > 0; --row) {
        const auto from = dice.day();
        const auto kind = day_kinds.at(static_cast<std::size_t>(dice.number(0, 6)));
        const int length = is_off(kind) ? dice.number(0, 9) : 0;
        rows.push_back({from, from.plus_days(length), kind, "ngày thử", "thử"});
    }
    return WorkingDays(std::move(rows));
}

std::vector<Pause> some_pauses(Dice& dice, Instant start)
{
    std::vector<Pause> pauses;
    for (int count = dice.number(0, 3); count > 0; --count) {
        const Instant from{start.microseconds + dice.between(-2 * day_us, 20 * day_us)};
        pauses.push_back({from, Instant{from.microseconds + dice.between(0, 6 * day_us)}, "thử"});
    }
    return pauses;
}

bool names(const Step& step, Date day)
{
    return step.text.find(day.vietnamese()) != std::string::npos;
}

/// Of each day that was passed over the explanation must say why, and of no other.
void check_words(const WorkingDays& days, const DueMoment& due, Date start)
{
    const auto& last = due.explanation.back();
    REQUIRE(last.kind == Step::Kind::due);
    const auto end = last.from;
    REQUIRE(names(last, end));
    int weekend_days{};
    for (auto day = start.plus_days(1); day <= end; day = day.plus_days(1)) {
        const auto tells = [&](Step::Kind kind) {
            return std::any_of(due.explanation.begin(), due.explanation.end(),
                               [&](const Step& step) {
                                   return step.kind == kind && step.from <= day && day <= step.to;
                               });
        };
        const auto is_off_by_name = tells(Step::Kind::day_off);
        if (days.is_working_day(day)) {
            REQUIRE(!is_off_by_name);
            if (day.weekday() > 5) REQUIRE(tells(Step::Kind::worked));
        } else if (!is_off_by_name) {
            REQUIRE(tells(Step::Kind::weekend));
            ++weekend_days;
        }
    }
    for (const auto& step : due.explanation)
        if (step.kind == Step::Kind::weekend)
            REQUIRE(step.text.find(std::to_string(weekend_days) + " ngày") != std::string::npos);
}

}  // namespace

TEST_CASE("working days: more are due later, a later start too, and the words agree")
{
    for (std::uint64_t seed = 1; seed <= rounds; ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        const WorkingTime time(some_days(dice), sample_hours());
        const auto start = dice.moment();
        const auto pauses = some_pauses(dice, start);
        const int count = dice.number(0, 40);
        const auto due = time.after_working_days(start, count, pauses);
        REQUIRE(due.at);
        CHECK(*due.at < *time.after_working_days(start, count + 1, pauses).at);
        const Instant later{start.microseconds + dice.between(0, 9 * day_us)};
        CHECK(*due.at <= *time.after_working_days(later, count, pauses).at);
        CHECK(*time.after_working_days(start, count).at <= *due.at);
        const auto day = Date::of({due.at->microseconds - 1});
        if (pauses.empty()) CHECK(day == time.days().after_working_days(Date::of(start), count));
        if (count > 0) CHECK(time.days().is_working_day(day));
        CHECK(time.working_days_between(start, {due.at->microseconds - 1}, pauses) == count);
        check_words(time.days(), due, Date::of(start));
    }
}

TEST_CASE("working hours: time used until the due instant is the time that was given")
{
    for (std::uint64_t seed = 1; seed <= rounds; ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        const WorkingTime time(some_days(dice), sample_hours());
        const auto start = dice.moment();
        const auto pauses = some_pauses(dice, start);
        const auto minutes = dice.between(0, 6000);
        const auto due = time.after_minutes(start, minutes, pauses);
        REQUIRE(due.at);
        CHECK(time.minutes_between(start, *due.at, pauses) == minutes);
        CHECK(*due.at < *time.after_minutes(start, minutes + 1, pauses).at);
        const Instant later{start.microseconds + dice.between(0, 9 * day_us)};
        CHECK(*due.at <= *time.after_minutes(later, minutes, pauses).at);
        CHECK(*time.after_minutes(start, minutes).at <= *due.at);
        CHECK(due.explanation.back().text.find(Date::of(*due.at).vietnamese()) !=
              std::string::npos);
    }
}

TEST_CASE("an open pause never lets anything be due that was not due before it")
{
    for (std::uint64_t seed = 1; seed <= rounds; ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        const WorkingTime time(some_days(dice), sample_hours());
        const auto start = dice.moment();
        const Instant stop{start.microseconds + dice.between(0, 20 * day_us)};
        const std::vector<Pause> open{{.from = stop}};
        const auto minutes = dice.between(1, 3000);
        const auto free = time.after_minutes(start, minutes);
        const auto stopped = time.after_minutes(start, minutes, open);
        CHECK(stopped.at.has_value() == (*free.at <= stop));
        if (stopped.at) CHECK(*stopped.at == *free.at);
        const int count = dice.number(1, 20);
        const auto by_days = time.after_working_days(start, count, open);
        const auto freely = time.after_working_days(start, count);
        CHECK(by_days.at.has_value() == (*freely.at <= instant_at(Date::of(stop), 0)));
    }
}

}  // namespace caicach::calendar
