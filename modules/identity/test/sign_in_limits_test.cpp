#include "identity/sign_in/sign_in_limits.hpp"

#include <doctest/doctest.h>

#include <string>

#include "identity/limits.hpp"

namespace caicach::identity
{
namespace
{

const Instant begun = instant_from_iso("2026-03-15T02:00:00.000000Z");

const http::RatePolicies usual;
const int per_address = static_cast<int>(usual.sign_in_address.rates.front().count);
const int per_account = static_cast<int>(usual.sign_in_account.rates.front().count);

std::string name_of(int number) { return "a" + std::to_string(number) + "@songlam.gov.vn"; }

}  // namespace

TEST_CASE("an address has so many failures in five minutes, whoever is tried")
{
    SignInLimits counted;
    for (int at = 0; at < per_address; ++at)
        CHECK_FALSE(counted.begin(usual, "192.0.2.7", name_of(at), begun));
    CHECK(counted.begin(usual, "192.0.2.7", "x@songlam.gov.vn", begun) == 300);
    CHECK(counted.begin(usual, "192.0.2.7", "x@songlam.gov.vn", begun + 299) == 1);
    CHECK_FALSE(counted.begin(usual, "192.0.2.8", "x@songlam.gov.vn", begun));
    CHECK_FALSE(counted.begin(usual, "192.0.2.7", "y@songlam.gov.vn", begun + 300));
}

TEST_CASE("a morning's crowd behind one address is no attack: successes are not counted")
{
    SignInLimits counted;
    for (int at = 0; at < 500; ++at) {
        CHECK_FALSE(counted.begin(usual, "192.0.2.7", name_of(at), begun));
        counted.succeeded("192.0.2.7", name_of(at));
    }
}

TEST_CASE("the tenth failure of a name costs a pause that doubles, up to an hour, never for ever")
{
    SignInLimits counted;
    auto now = begun;
    const auto fail = [&] {
        // From elsewhere each time: the name alone is counted here.
        return counted.begin(usual, "198.51.100." + std::to_string(now.microseconds % 251),
                             "a@b.vn", now);
    };
    for (int at = 0; at < per_account; ++at) CHECK_FALSE(fail());
    CHECK(fail() == 30);
    now = now + 30;
    CHECK_FALSE(fail());
    CHECK(fail() == 60);
    now = now + 60;
    CHECK_FALSE(fail());
    CHECK(fail() == 120);
    now = now + usual.sign_in_account.rates.front().seconds;
    CHECK_FALSE(fail());
    CHECK_FALSE(counted.begin(usual, "192.0.2.7", "other@b.vn", now));
}

TEST_CASE("signing in makes the name begin anew; what was not the person's fault does not count")
{
    SignInLimits counted;
    for (int at = 0; at < per_account - 1; ++at)
        CHECK_FALSE(counted.begin(usual, "192.0.2.7", "a@b.vn", begun));
    CHECK_FALSE(counted.begin(usual, "192.0.2.7", "a@b.vn", begun));
    counted.take_back("192.0.2.7", "a@b.vn");
    CHECK_FALSE(counted.begin(usual, "192.0.2.7", "a@b.vn", begun));
    CHECK(counted.begin(usual, "192.0.2.7", "a@b.vn", begun));
    counted.succeeded("192.0.2.7", "a@b.vn");
    CHECK_FALSE(counted.begin(usual, "192.0.2.7", "a@b.vn", begun));
}

TEST_CASE("however many names are tried, memory is bounded")
{
    SignInLimits counted;
    for (std::size_t at = 0; at < limits::counters_max + 1000; ++at) {
        const auto address = "10." + std::to_string(at / 65536) + "." +
                             std::to_string(at / 256 % 256) + "." + std::to_string(at % 256);
        CHECK_FALSE(counted.begin(usual, address, name_of(static_cast<int>(at)), begun));
    }
}

TEST_CASE("the numbers are the operator's, and may be switched off")
{
    http::RatePolicies strict;
    strict.sign_in_address.rates = {{1, 60}};
    SignInLimits counted;
    CHECK_FALSE(counted.begin(strict, "192.0.2.7", name_of(1), begun));
    CHECK(counted.begin(strict, "192.0.2.7", name_of(2), begun) == 60);
    strict.sign_in_address.rates.clear();
    CHECK_FALSE(counted.begin(strict, "192.0.2.7", name_of(2), begun));
}

TEST_CASE("an agency's own address is not counted, the user names behind it are")
{
    http::RatePolicies policies;
    policies.trusted_networks = {*Network::parse("192.0.2.0/24")};
    SignInLimits counted;
    for (int at = 0; at < 500; ++at)
        CHECK_FALSE(counted.begin(policies, "192.0.2.7", name_of(at), begun));
    for (int at = 0; at < per_account; ++at)
        CHECK_FALSE(counted.begin(policies, "192.0.2.7", "a@b.vn", begun));
    CHECK(counted.begin(policies, "192.0.2.7", "a@b.vn", begun) == 30);
}

}  // namespace caicach::identity
