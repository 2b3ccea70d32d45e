#include "document/calendar_writer.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace caicach::document
{
namespace
{

Date day(std::string_view iso) { return Date::from_iso(iso).value(); }

std::string calendar_of(CalendarEntry entry)
{
    return MUST(write_calendar({.name = "Kế hoạch",
                                .stamp = instant_from_iso("2026-03-15T02:00:00.000000Z"),
                                .entries = {std::move(entry)}}));
}

/// As a reader joins folded lines again (RFC 5545, 3.1).
std::string unfolded(std::string text)
{
    for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at)) {
        text.erase(at, 3);
    }
    return text;
}

bool has(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("days of an entry run to the day after its last")
{
    const auto text = calendar_of({.uid = "muc-1@caicach",
                                   .title = "Tập huấn",
                                   .first = day("2026-04-01"),
                                   .last = day("2026-09-30")});
    CHECK(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    CHECK(text.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
    CHECK(has(text, "UID:muc-1@caicach\r\n"));
    CHECK(has(text, "DTSTAMP:20260315T020000Z\r\n"));
    CHECK(has(text, "DTSTART;VALUE=DATE:20260401\r\n"));
    CHECK(has(text, "DTEND;VALUE=DATE:20261001\r\n"));
    CHECK(!has(text, "RRULE"));
}

TEST_CASE("what comes again has a rule with an end")
{
    const auto rule = [](Recurrence recurrence) {
        recurrence.until = day("2026-12-31");
        const auto text = unfolded(calendar_of({.uid = "a",
                                                .title = "b",
                                                .first = day("2026-01-30"),
                                                .last = day("2026-01-30"),
                                                .recurrence = recurrence}));
        const auto begin = text.find("RRULE:");
        REQUIRE(begin != std::string::npos);
        return text.substr(begin, text.find('\r', begin) - begin);
    };
    using enum Recurrence::Every;
    CHECK(rule({.every = week}) == "RRULE:FREQ=WEEKLY;UNTIL=20261231");
    CHECK(rule({.every = month, .day = 25}) == "RRULE:FREQ=MONTHLY;UNTIL=20261231;BYMONTHDAY=25");
    CHECK(rule({.every = year, .day = 15}) ==
          "RRULE:FREQ=MONTHLY;UNTIL=20261231;INTERVAL=12;BYMONTHDAY=15");
    CHECK(rule({.every = month}) == "RRULE:FREQ=MONTHLY;UNTIL=20261231;BYMONTHDAY=-1");
    CHECK(rule({.every = quarter, .day = 30}) ==
          "RRULE:FREQ=MONTHLY;UNTIL=20261231;INTERVAL=3;BYMONTHDAY=28,29,30;BYSETPOS=-1");
}

TEST_CASE("texts are escaped and lose what no calendar may hold")
{
    const auto text = unfolded(calendar_of({.uid = "a",
                                            .title = "Tin, bài; ảnh \\ phim\x07",
                                            .description = "Một\nHai\r\nEND:VEVENT",
                                            .first = day("2026-01-01"),
                                            .last = day("2026-01-01")}));
    CHECK(has(text, "SUMMARY:Tin\\, bài\\; ảnh \\\\ phim\r\n"));
    CHECK(has(text, "DESCRIPTION:Một\\nHai\\nEND:VEVENT\r\n"));
}

TEST_CASE("long lines are folded at 75 octets between letters")
{
    std::string title;
    for (int i = 0; i < 40; ++i) title += "Tuyên truyền cải cách ";
    const auto text = calendar_of(
        {.uid = "a", .title = title, .first = day("2026-01-01"), .last = day("2026-01-01")});
    CHECK(has(unfolded(text), "SUMMARY:" + title + "\r\n"));
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = text.find("\r\n", begin);
        REQUIRE(end != std::string::npos);
        CHECK(end - begin <= 75);
        // No line begins with the rest of a letter.
        const auto first = text[begin] == ' ' ? begin + 1 : begin;
        CHECK((static_cast<unsigned char>(text[first]) & 0xC0U) != 0x80U);
        begin = end + 2;
    }
}

TEST_CASE("a calendar of nothing is still a calendar")
{
    const auto text = MUST(write_calendar({.name = "Trống"}));
    CHECK(text.starts_with("BEGIN:VCALENDAR\r\n"));
    CHECK(!has(text, "VEVENT"));
}

}  // namespace caicach::document
