#include "crypto/one_time_code.hpp"

#include <doctest/doctest.h>

#include <array>
#include <utility>

namespace caicach::crypto
{
namespace
{

const std::string secret = "12345678901234567890";

Instant at(std::int64_t seconds) { return Instant{} + seconds; }

}  // namespace

TEST_CASE("the codes are those of RFC 6238, appendix B")
{
    constexpr std::array<std::pair<std::int64_t, std::string_view>, 6> published{
        {{59, "287082"},
         {1111111109, "081804"},
         {1111111111, "050471"},
         {1234567890, "005924"},
         {2000000000, "279037"},
         {20000000000, "353130"}}};
    for (const auto& [seconds, code] : published) {
        CAPTURE(seconds);
        CHECK(one_time_code(secret, code_step(at(seconds))) == code);
    }
}

TEST_CASE("a code is right half a minute before and after its time, and no longer")
{
    const auto code = one_time_code(secret, 1000);
    const auto matches = [&](std::int64_t seconds) {
        return matching_step(secret, code, at(seconds), 0);
    };
    CHECK(matches(1000 * 30) == 1000);
    CHECK(matches(999 * 30) == 1000);
    CHECK(matches(1001 * 30 + 29) == 1000);
    CHECK_FALSE(matches(999 * 30 - 1));
    CHECK_FALSE(matches(1002 * 30));
}

TEST_CASE("a code that was used, and those before it, match no more")
{
    const auto now = at(1000 * 30);
    CHECK(matching_step(secret, one_time_code(secret, 1000), now, 999));
    CHECK_FALSE(matching_step(secret, one_time_code(secret, 1000), now, 1000));
    CHECK_FALSE(matching_step(secret, one_time_code(secret, 999), now, 1000));
    CHECK(matching_step(secret, one_time_code(secret, 1001), now, 1000));
}

TEST_CASE("what is no code matches nothing")
{
    for (const std::string_view code : {"", "28708", "2870822", "abcdef", "000000000000000000"})
        CHECK_FALSE(matching_step(secret, code, at(59), 0));
}

TEST_CASE("base 32 is that of RFC 4648, without padding")
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> published{
        {{"", ""},
         {"f", "MY"},
         {"fo", "MZXQ"},
         {"foo", "MZXW6"},
         {"foob", "MZXW6YQ"},
         {"fooba", "MZXW6YTB"},
         {"foobar", "MZXW6YTBOI"}}};
    for (const auto& [bytes, text] : published) CHECK(base32(bytes) == text);
    CHECK(base32(make_code_secret()).size() == 32);
    CHECK(make_code_secret() != make_code_secret());
}

}  // namespace caicach::crypto
