#include "notification/sending/breaker.hpp"

#include <doctest/doctest.h>

#include "notification/limits.hpp"

namespace caicach::notification
{

using State = Breakers::State;

TEST_CASE("a breaker opens after failures in a row, is tried once, and pauses twice as long")
{
    Breakers breakers;
    auto now = instant_from_iso("2026-03-15T02:00:00.000000Z");
    for (int count = 1; count < limits::failures_until_open; ++count) breakers.failed("a", now);
    CHECK(breakers.state("a", now) == State::closed);
    breakers.succeeded("a");
    for (int count = 0; count < 32; ++count) breakers.failed("a", now);
    CHECK(breakers.state("a", now) == State::open);
    CHECK(breakers.state("b", now) == State::closed);
    CHECK(breakers.opens_at("a") == now + limits::open_seconds);
    now = now + limits::open_seconds;
    CHECK(breakers.state("a", now) == State::half_open);
    breakers.failed("a", now);
    CHECK(breakers.opens_at("a") == now + 2 * limits::open_seconds);
    for (int count = 0; count < 20; ++count) {
        now = breakers.opens_at("a");
        breakers.failed("a", now);
    }
    CHECK(breakers.opens_at("a") == now + limits::open_seconds_max);
    now = breakers.opens_at("a");
    breakers.succeeded("a");
    CHECK(breakers.state("a", now) == State::closed);
}

}  // namespace caicach::notification
