#include "crypto/verifying_key.hpp"

#include <doctest/doctest.h>

#include "base/result.hpp"
#include "crypto/crypto.hpp"

namespace caicach::crypto
{

namespace
{

std::string bytes(std::string_view text)
{
    const auto decoded = bytes_from_base64url(text);
    VERIFY(decoded.has_value());
    return *decoded;
}

// The examples of RFC 7515, A.2 and A.3.
constexpr std::string_view claims =
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlf"
    "Q";
const std::string rsa_message = "eyJhbGciOiJSUzI1NiJ9." + std::string(claims);
const std::string curve_message = "eyJhbGciOiJFUzI1NiJ9." + std::string(claims);
constexpr std::string_view modulus =
    "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4"
    "QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdb"
    "BYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-D"
    "WNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ";
constexpr std::string_view rsa_signature =
    "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5ju"
    "jGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07"
    "Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipU"
    "TI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";
constexpr std::string_view x = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU";
constexpr std::string_view y = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0";
constexpr std::string_view curve_signature =
    "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";

}  // namespace

TEST_CASE("a key of RS256 knows its owner's signature, and nothing else")
{
    const auto key = VerifyingKey::rsa(bytes(modulus), bytes("AQAB"));
    REQUIRE(key);
    CHECK(key->algorithm() == VerifyingKey::Algorithm::rs256);
    const auto signature = bytes(rsa_signature);
    CHECK(key->verify(rsa_message, signature));
    CHECK_FALSE(key->verify(rsa_message + " ", signature));
    CHECK_FALSE(key->verify(curve_message, signature));
    auto changed = signature;
    changed.back() = static_cast<char>(changed.back() ^ 1);
    CHECK_FALSE(key->verify(rsa_message, changed));
    CHECK_FALSE(key->verify(rsa_message, ""));
    CHECK_FALSE(key->verify(rsa_message, signature.substr(1)));
    CHECK_FALSE(key->verify(rsa_message, bytes(curve_signature)));
}

TEST_CASE("a key of ES256 knows its owner's signature, and nothing else")
{
    const auto key = VerifyingKey::p256(bytes(x), bytes(y));
    REQUIRE(key);
    CHECK(key->algorithm() == VerifyingKey::Algorithm::es256);
    const auto signature = bytes(curve_signature);
    CHECK(key->verify(curve_message, signature));
    CHECK_FALSE(key->verify(rsa_message, signature));
    auto changed = signature;
    changed.front() = static_cast<char>(changed.front() ^ 1);
    CHECK_FALSE(key->verify(curve_message, changed));
    // Zero for both numbers once let anybody sign anything in a well-known library.
    CHECK_FALSE(key->verify(curve_message, std::string(64, '\0')));
    CHECK_FALSE(key->verify(curve_message, signature + '\0'));
    CHECK_FALSE(key->verify(curve_message, ""));
    CHECK_FALSE(key->verify(curve_message, bytes(rsa_signature)));
}

TEST_CASE("keys that are weak or none are not taken")
{
    CHECK_FALSE(VerifyingKey::rsa(bytes(modulus).substr(128), bytes("AQAB")));
    CHECK_FALSE(VerifyingKey::rsa("", ""));
    CHECK_FALSE(VerifyingKey::rsa(bytes(modulus), ""));
    CHECK_FALSE(VerifyingKey::rsa(bytes(modulus), std::string(9, '\x01')));
    CHECK_FALSE(VerifyingKey::rsa(std::string(1025, '\xff'), bytes("AQAB")));
    CHECK_FALSE(VerifyingKey::p256(bytes(x), bytes(x)));
    CHECK_FALSE(VerifyingKey::p256(std::string(32, '\0'), std::string(32, '\0')));
    CHECK_FALSE(VerifyingKey::p256(bytes(x) + '\0', bytes(y)));
    CHECK_FALSE(VerifyingKey::p256("", ""));
}

TEST_CASE("base64url is read strictly: no padding, no other alphabet, no loose bits")
{
    for (const std::string_view text : {"", "a", "ab", "abc", "\xff\xfe"})
        CHECK(bytes_from_base64url(base64url(text)) == std::string(text));
    for (const std::string_view text : {"YQ==", "YQ=", "+w", "/w", "Y Q", "YQ\n", "Y", "YR"}) {
        CAPTURE(text);
        CHECK_FALSE(bytes_from_base64url(text));
    }
}

}  // namespace caicach::crypto
