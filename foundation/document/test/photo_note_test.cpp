#include "document/photo_note.hpp"

#include <doctest/doctest.h>

#include "calendar/moment.hpp"

namespace caicach::document
{

TEST_CASE("a camera's notes give the minute and the place")
{
    const auto note = photo_note_in("2026:03:12 08:05:30|N|12/1,40/1,1800/100|E|108/1,3/1,0/1");
    REQUIRE(note.taken_at);
    CHECK(vietnamese_moment(*note.taken_at) == "12/03/2026, 08:05");
    REQUIRE(note.place);
    CHECK(note.place->latitude == doctest::Approx(12.6717).epsilon(0.0001));
    CHECK(note.place->longitude == doctest::Approx(108.05).epsilon(0.0001));
    const auto south = photo_note_in("|S|10/1,0/1,0/1|W|20/1,30/1,0/1");
    CHECK(!south.taken_at);
    REQUIRE(south.place);
    CHECK(south.place->latitude == doctest::Approx(-10));
    CHECK(south.place->longitude == doctest::Approx(-20.5));
}

TEST_CASE("what is missing or nonsense is not noted")
{
    for (const auto* line :
         {"", "||||", "|||||", "2026:02:30 08:05:30||||", "2026:03:12 25:05:30||||",
          "2026:03:12 08:75:30||||", "hôm nay ở đây, sáng||||", "|N|91/1,0/1,0/1|E|1/1,0/1,0/1",
          "|N|1/0,0/1,0/1|E|1/1,0/1,0/1", "|N|1/1,0/1|E|1/1,0/1,0/1",
          "|N|99999999999999/1,0/1,0/1|E|1/1,0/1,0/1", "|N|1/1,0/1,0/1||"}) {
        CAPTURE(line);
        const auto note = photo_note_in(line);
        CHECK(!note.taken_at);
        CHECK(!note.place);
    }
}

}  // namespace caicach::document
