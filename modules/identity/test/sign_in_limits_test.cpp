#include "identity/sign_in_limits.hpp"

#include <doctest/doctest.h>

#include <string>

#include "identity/limits.hpp"

namespace caicach::identity
{
namespace
{

const Instant begun = instant_from_iso("2026-03-15T02:00:00.000000Z");

std::string name_of(int number) { return "a" + std::to_string(number) + "@songlam.gov.vn"; }

}  // namespace

TEST_CASE("an address has so many failures in five minutes, whoever is tried")
{
    SignInLimits counted;
    for (int at = 0; at < limits::failures_per_address_max; ++at)
        CHECK_FALSE(counted.begin("192.0.2.7", name_of(at), begun));
    CHECK(counted.begin("192.0.2.7", "x@songlam.gov.vn", begun) == 300);
    CHECK(counted.begin("192.0.2.7", "x@songlam.gov.vn", begun + 299) == 1);
    CHECK_FALSE(counted.begin("192.0.2.8", "x@songlam.gov.vn", begun));
    CHECK_FALSE(counted.begin("192.0.2.7", "y@songlam.gov.vn", begun + 300));
}

TEST_CASE("a morning's crowd behind one address is no attack: successes are not counted")
{
    SignInLimits counted;
    for (int at = 0; at < 500; ++at) {
        CHECK_FALSE(counted.begin("192.0.2.7", name_of(at), begun));
        counted.succeeded("192.0.2.7", name_of(at));
    }
}

TEST_CASE("the tenth failure of a name costs a pause that doubles, up to an hour, never for ever")
{
    SignInLimits counted;
    auto now = begun;
    const auto fail = [&] {
        // From elsewhere each time: the name alone is counted here.
        return counted.begin("198.51.100." + std::to_string(now.microseconds % 251), "a@b.vn", now);
    };
    for (int at = 0; at < limits::failures_per_account_max; ++at) CHECK_FALSE(fail());
    CHECK(fail() == 30);
    now = now + 30;
    CHECK_FALSE(fail());
    CHECK(fail() == 60);
    now = now + 60;
    CHECK_FALSE(fail());
    CHECK(fail() == 120);
    now = now + limits::account_window_seconds;
    CHECK_FALSE(fail());
    CHECK_FALSE(counted.begin("192.0.2.7", "other@b.vn", now));
}

TEST_CASE("signing in makes the name begin anew; what was not the person's fault does not count")
{
    SignInLimits counted;
    for (int at = 0; at < limits::failures_per_account_max - 1; ++at)
        CHECK_FALSE(counted.begin("192.0.2.7", "a@b.vn", begun));
    CHECK_FALSE(counted.begin("192.0.2.7", "a@b.vn", begun));
    counted.take_back("192.0.2.7", "a@b.vn");
    CHECK_FALSE(counted.begin("192.0.2.7", "a@b.vn", begun));
    CHECK(counted.begin("192.0.2.7", "a@b.vn", begun));
    counted.succeeded("192.0.2.7", "a@b.vn");
    CHECK_FALSE(counted.begin("192.0.2.7", "a@b.vn", begun));
}

TEST_CASE("however many names are tried, memory is bounded")
{
    SignInLimits counted;
    for (std::size_t at = 0; at < limits::counters_max + 1000; ++at) {
        const auto address = "10." + std::to_string(at / 65536) + "." +
                             std::to_string(at / 256 % 256) + "." + std::to_string(at % 256);
        CHECK_FALSE(counted.begin(address, name_of(static_cast<int>(at)), begun));
    }
}

TEST_CASE("an IPv6 address counts with its whole /64; a mapped IPv4 address as itself")
{
    CHECK(counted_address("192.0.2.7") == "192.0.2.7");
    CHECK(counted_address("::ffff:192.0.2.7") == "192.0.2.7");
    CHECK(counted_address("2001:db8:1:2:3:4:5:6") == counted_address("2001:db8:1:2::9"));
    CHECK(counted_address("2001:db8:1:2::9") != counted_address("2001:db8:1:3::9"));
}

}  // namespace caicach::identity
