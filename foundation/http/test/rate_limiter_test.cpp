#include "http/rate_limiter.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <thread>
#include <vector>

#include "http/rate_policies.hpp"

namespace caicach::http
{
namespace
{

const Instant begun = instant_from_iso("2026-03-15T02:00:00.000000Z");
const RatePolicy three{"three", {{3, 30}}};

int admitted(RateLimiter& limiter, const RatePolicy& policy, std::string_view who, Instant now,
             int asked)
{
    int count = 0;
    for (int at = 0; at < asked; ++at) count += limiter.take(policy, who, now).is_admitted ? 1 : 0;
    return count;
}

}  // namespace

TEST_CASE("so many at once, then one for each share of the time, then all again")
{
    RateLimiter limiter(1024);
    CHECK(admitted(limiter, three, "a", begun, 5) == 3);
    CHECK(admitted(limiter, three, "a", begun + 9, 5) == 0);
    CHECK(admitted(limiter, three, "a", begun + 10, 5) == 1);
    CHECK(admitted(limiter, three, "a", begun + 30, 5) == 2);
    CHECK(admitted(limiter, three, "a", begun + 100, 5) == 3);
    CHECK(admitted(limiter, three, "b", begun, 5) == 3);
}

TEST_CASE("a verdict says what is left, when it is whole again and how long to wait")
{
    RateLimiter limiter(1024);
    const auto first = limiter.take(three, "a", begun);
    CHECK(first.remaining == 2);
    CHECK(first.seconds_to_full == 10);
    CHECK(limiter.take(three, "a", begun).remaining == 1);
    CHECK(limiter.take(three, "a", begun).remaining == 0);
    const auto refused = limiter.take(three, "a", begun + 3);
    CHECK(!refused.is_admitted);
    CHECK(refused.seconds_to_wait == 7);
    CHECK(refused.seconds_to_full == 27);
    // Who asks on is not put back for it.
    CHECK(limiter.take(three, "a", begun + 10).is_admitted);
}

TEST_CASE("two rates hold at once, and a refusal by one takes nothing from the other")
{
    const RatePolicy both{"both", {{4, 400}, {2, 10}}};
    RateLimiter limiter(1024);
    CHECK(admitted(limiter, both, "a", begun, 10) == 2);
    const auto burst = limiter.take(both, "a", begun);
    CHECK(burst.rate == 1);
    CHECK(burst.seconds_to_wait == 5);
    CHECK(admitted(limiter, both, "a", begun + 10, 10) == 2);
    const auto refused = limiter.take(both, "a", begun + 20);
    CHECK(!refused.is_admitted);
    CHECK(refused.rate == 0);
    CHECK(refused.seconds_to_wait == 80);
}

TEST_CASE("each of the limits that we ship is reached, and refilled when its time is over")
{
    const RatePolicies policies;
    RateLimiter limiter(1024);
    for (const auto* policy :
         {&policies.anonymous, &policies.person, &policies.token, &policies.machine,
          &policies.upload, &policies.code, &policies.slip}) {
        CAPTURE(policy->name);
        auto least = policy->rates.front();
        auto longest = least.seconds;
        for (const auto& rate : policy->rates) {
            if (rate.count < least.count) least = rate;
            longest = std::max(longest, rate.seconds);
        }
        const auto many = static_cast<int>(least.count) + 5;
        CHECK(admitted(limiter, *policy, "a", begun, many) == least.count);
        const auto refused = limiter.take(*policy, "a", begun);
        CHECK(!refused.is_admitted);
        CHECK(refused.seconds_to_wait > 0);
        CHECK(limiter.take(*policy, "a", begun + refused.seconds_to_wait).is_admitted);
        CHECK(admitted(limiter, *policy, "a", begun + 2 * longest, many) == least.count);
    }
}

TEST_CASE("what was not to count is given back")
{
    RateLimiter limiter(1024);
    for (int at = 0; at < 100; ++at) {
        CHECK(limiter.take(three, "a", begun).is_admitted);
        limiter.give_back(three, "a");
    }
    // Never more than there was.
    limiter.give_back(three, "a");
    limiter.give_back(three, "unknown");
    CHECK(admitted(limiter, three, "a", begun, 10) == 3);
}

TEST_CASE("a limit without rates limits nothing and says nothing")
{
    const RatePolicy off{"off", {}};
    RateLimiter limiter(1024);
    CHECK(admitted(limiter, off, "a", begun, 100) == 100);
    Response response;
    add_rate_headers(response, off, limiter.take(off, "a", begun));
    CHECK(response.headers().empty());
}

TEST_CASE("a crowd of new addresses pushes out its own kind, not those who are made to wait")
{
    RateLimiter limiter(64);
    CHECK(admitted(limiter, three, "guilty", begun, 10) == 3);
    for (int at = 0; at < 10'000; ++at)
        static_cast<void>(limiter.take(three, "x" + std::to_string(at), begun));
    CHECK(!limiter.take(three, "guilty", begun).is_admitted);
}

TEST_CASE("a clock that is put back shuts nobody out for longer than one filling")
{
    RateLimiter limiter(1024);
    CHECK(admitted(limiter, three, "a", begun + 86'400, 10) == 3);
    CHECK(limiter.take(three, "a", begun).seconds_to_wait == 10);
    CHECK(limiter.take(three, "a", begun + 10).is_admitted);
}

TEST_CASE("many threads together are admitted as often as one")
{
    const RatePolicy policy{"many", {{1000, 3600}}};
    RateLimiter limiter(1024);
    std::array<int, 4> counts{};
    {
        std::vector<std::jthread> threads;
        for (auto& count : counts)
            threads.emplace_back([&] { count = admitted(limiter, policy, "a", begun, 400); });
    }
    CHECK(counts[0] + counts[1] + counts[2] + counts[3] == 1000);
}

TEST_CASE("the headers say the promise and what is left of it")
{
    const RatePolicies policies;
    RateLimiter limiter(1024);
    Response response;
    add_rate_headers(response, policies.anonymous, limiter.take(policies.anonymous, "a", begun));
    CHECK(response.header("RateLimit-Policy") ==
          "\"anonymous\";q=300;w=300, \"anonymous-burst\";q=50;w=10");
    CHECK(response.header("RateLimit") == "\"anonymous-burst\";r=49;t=1");
    CHECK(response.header("Retry-After").empty());
    static_cast<void>(admitted(limiter, policies.anonymous, "a", begun, 49));
    add_rate_headers(response, policies.anonymous, limiter.take(policies.anonymous, "a", begun));
    CHECK(response.header("RateLimit") == "\"anonymous-burst\";r=0;t=10");
    CHECK(response.header("Retry-After") == "1");
}

}  // namespace caicach::http
