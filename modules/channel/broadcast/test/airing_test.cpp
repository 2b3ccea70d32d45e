#include "channel/broadcast/airing.hpp"

#include <doctest/doctest.h>

#include "calendar/moment.hpp"
#include "channel/broadcast/broadcast.hpp"

namespace caicach::channel
{
namespace
{

Date march(int day) { return *Date::create(2026, 3, day); }  // the 15th is a Sunday

Airing on_sundays()
{
    return {.script = ScriptId{1},
            .target = organisation::AgencyId{7},
            .from = march(1),
            .to = march(22),
            .weekdays = 64};
}

}  // namespace

TEST_CASE("hours are read as people type them, in order, each once")
{
    CHECK(MUST(hours_from("17h, 5:30; 5h30 ", "hours")) == std::vector{330, 1020});
    CHECK(MUST(hours_from("  ", "hours")).empty());
    CHECK(hours_text({330, 1020}) == "05:30, 17:00");
    CHECK(minutes_in(stored_minutes({330, 1020})) == std::vector{330, 1020});
    CHECK(minutes_in("").empty());
    for (const auto* const wrong : {"25h", "24:00", "sáng", "5:60", "-1"}) {
        CAPTURE(wrong);
        const auto read = hours_from(wrong, "own_hours");
        REQUIRE_FALSE(read);
        CHECK(read.error().field == "own_hours");
    }
    CHECK(hours_from("1 2 3 4 5 6 7 8 9", "hours").error().kind == Failure::too_large);
}

TEST_CASE(
    "a programme plays on its days, at its hours or at those of the agency, until it is ended")
{
    const calendar::WorkingDays calendar{
        {{.from = march(8), .to = march(8), .kind = calendar::DayKind::local_off, .name = "Bão"}}};
    const std::vector own{360, 1080};
    auto airing = on_sundays();
    CHECK(minutes_on(airing, march(15), own, calendar) == own);
    CHECK(minutes_on(airing, march(16), own, calendar).empty());  // a Monday
    CHECK(minutes_on(airing, march(29), own, calendar).empty());  // after its last day
    CHECK(minutes_on(airing, march(8), own, calendar).empty());   // a storm
    airing.plays_on_holidays = true;
    CHECK(minutes_on(airing, march(8), own, calendar) == own);
    airing.minutes = {330, 1020};
    CHECK(minutes_on(airing, march(15), own, calendar) == airing.minutes);
    airing.ended_at = instant_at(march(15), 1020);
    CHECK(minutes_on(airing, march(15), own, calendar) == std::vector{330});
    CHECK(minutes_on(airing, march(22), own, calendar).empty());
}

TEST_CASE("hours hold from their day on; before the first of them those of the province do")
{
    const std::vector<PlayHours> hours{{.from = march(10), .minutes = {400}},
                                       {.from = march(5), .minutes = {300}}};
    CHECK(hours_on(hours, march(12), {1}) == std::vector{400});
    CHECK(hours_on(hours, march(10), {1}) == std::vector{400});
    CHECK(hours_on(hours, march(9), {1}) == std::vector{300});
    CHECK(hours_on(hours, march(4), {1}) == std::vector{1});
}

TEST_CASE("two airings are one where programme, place, days, weekdays and hours meet")
{
    const auto one = on_sundays();
    auto other = one;
    CHECK(are_same(one, other));
    other.from = march(22);
    other.to = march(29);
    CHECK(are_same(one, other));
    other.from = march(23);
    CHECK_FALSE(are_same(one, other));
    other = one;
    other.weekdays = 1;
    CHECK_FALSE(are_same(one, other));
    other = one;
    other.target = organisation::GroupId{7};
    CHECK_FALSE(are_same(one, other));
    other = one;
    other.script = ScriptId{2};
    CHECK_FALSE(are_same(one, other));
    other = one;
    other.minutes = {330};
    CHECK_FALSE(are_same(one, other));
    auto third = other;
    third.minutes = {100, 330};
    CHECK(are_same(other, third));
    third.minutes = {100};
    CHECK_FALSE(are_same(other, third));
}

TEST_CASE("what is signed is past, and says what differed from the plan")
{
    const Broadcast planned{.seconds = 301, .day = march(15), .minute = 330};
    const auto now = instant_at(march(15), 540);
    const auto key = [&](const Said& said) {
        const auto checked = check_said(planned, said, now);
        return checked ? std::string{} : checked.error().key;
    };
    CHECK(expected_minutes(1) == 1);
    CHECK(expected_minutes(60) == 1);
    CHECK(expected_minutes(301) == 6);
    CHECK(key({.was_played = true, .started_minute = 330, .minutes = 6}).empty());
    CHECK(key({.was_played = true, .started_minute = 345, .minutes = 5}).empty());
    CHECK(key({.was_played = true, .started_minute = 346, .minutes = 6}) ==
          "channel.broadcast.differs");
    CHECK(key({.was_played = true, .started_minute = 330, .minutes = 4}) ==
          "channel.broadcast.differs");
    CHECK(key({.was_played = true, .started_minute = 330, .minutes = 4, .difference = "Mưa"})
              .empty());
    CHECK(key({.was_played = true, .started_minute = 541, .minutes = 6, .difference = "Muộn"}) ==
          "channel.broadcast.not_yet");
    CHECK(key({.was_played = true, .started_minute = 330, .minutes = 0, .difference = "?"}) ==
          "channel.broadcast.minutes");
    CHECK(key({.was_played = true, .started_minute = 330, .minutes = 181, .difference = "?"}) ==
          "channel.broadcast.minutes");
    CHECK(key({}) == "channel.broadcast.why_not");
    CHECK(key({.difference = "Mất điện"}).empty());
}

TEST_CASE("whatever of a line is changed, its hash is another")
{
    const Broadcast line{.script = ScriptId{3},
                         .agency = organisation::AgencyId{7},
                         .title = "Một cửa",
                         .day = march(15),
                         .minute = 330,
                         .started_minute = 331,
                         .played_minutes = 6,
                         .signed_by = AccountId{9}};
    const auto hash = signed_hash(line);
    CHECK(hash.size() == 64);
    auto other = line;
    other.played_minutes = 7;
    CHECK(signed_hash(other) != hash);
    other = line;
    other.signed_by = AccountId{8};
    CHECK(signed_hash(other) != hash);
    other = line;
    other.supersedes = BroadcastId{1};
    CHECK(signed_hash(other) != hash);
    other = line;
    other.title += "6";  // nothing moves from one field to the next
    CHECK(signed_hash(other) != hash);
}

}  // namespace caicach::channel
