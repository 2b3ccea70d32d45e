#include <doctest/doctest.h>

#include "base/time.hpp"

namespace caicach
{

TEST_CASE("an instant comes back from its own text")
{
    const Instant at{1'772'000'000'123'456};
    CHECK(to_iso(at) == "2026-02-25T06:13:20.123456Z");
    CHECK(instant_from_iso(to_iso(at)) == at);
    CHECK(instant_from_iso(to_iso(Instant{-1})) == Instant{-1});
    CHECK(instant_from_iso("2024-02-29T23:59:59.999999Z").microseconds == 1'709'251'199'999'999);
}

TEST_CASE("what to_iso never writes answers the epoch")
{
    for (const auto* text : {"", "2026-02-25", "2026-02-25T06:13:20Z",
                             "2026-02-25 06:13:20.123456Z", "2026-02-30T06:13:20.123456Z",
                             "2026-13-01T06:13:20.123456Z", "2026-02-25T24:00:00.000000Z",
                             "2026-02-25T06:60:00.000000Z", "2026-02-25T06:13:60.000000Z",
                             "+026-02-25T06:13:20.123456Z", "2026-02-25T06:13:20.123456+07:00"}) {
        INFO(text);
        CHECK(instant_from_iso(text) == Instant{});
    }
}

}  // namespace caicach
