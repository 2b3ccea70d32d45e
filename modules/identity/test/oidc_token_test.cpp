#include "identity/oidc/oidc_token.hpp"

#include <doctest/doctest.h>

#include "identity/limits.hpp"
#include "oidc_fixture.hpp"

namespace caicach::identity
{

namespace
{

using json::Value;
using testing::curve_key;
using testing::head_of;
using testing::ProviderKey;
using testing::rsa_key;
using testing::token_of;

constexpr std::int64_t second = 1'773'540'000;
const Instant now{second * 1'000'000};
constexpr std::string_view issuer = "https://sso.songlam.gov.vn";

Value claims()
{
    return Value::object()
        .set("iss", issuer)
        .set("sub", "0001-abc")
        .set("aud", "caicach")
        .set("exp", second + 300)
        .set("iat", second)
        .set("nonce", "n-1")
        .set("email", "bao@songlam.gov.vn")
        .set("email_verified", true)
        .set("acr", "loa3")
        .set("amr", json::Array{"pwd", "otp"});
}

std::vector<OidcKey> keys()
{
    const auto set = Value::object().set("keys", json::Array{rsa_key().jwk(), curve_key().jwk()});
    return MUST(read_oidc_keys(json::dump(set)));
}

Result<OidcIdentity> check(const std::string& text)
{
    const auto token = TRY(parse_oidc_token(text));
    const auto held = keys();
    const auto* key = key_of(token, held);
    if (key == nullptr) return oidc_token_refused("kid");
    return check_oidc_token(token, *key, {issuer, "caicach", "n-1", now});
}

/// What was wrong; empty where nothing was.
std::string fault(const std::string& text)
{
    const auto identity = check(text);
    if (identity) return {};
    CHECK(identity.error().kind == Failure::forbidden);
    CHECK(identity.error().key == "identity.oidc.token_refused");
    return identity.error().detail;
}

std::string fault_of_claims(const Value& changed)
{
    return fault(token_of(curve_key(), head_of(curve_key()), changed));
}

}  // namespace

TEST_CASE("a token of RS256 or ES256 tells subject, verified address, and how it was proved")
{
    for (const auto* key : {&rsa_key(), &curve_key()}) {
        const auto identity = MUST(check(token_of(*key, head_of(*key), claims())));
        CHECK(identity.subject == "0001-abc");
        CHECK(identity.email == "bao@songlam.gov.vn");
        CHECK(identity.proofs == std::vector<std::string>{"loa3", "pwd", "otp"});
    }
    const auto nameless = Value::object().set("alg", "ES256");
    CHECK(fault(token_of(curve_key(), nameless, claims())).empty());
}

TEST_CASE("an address counts only where the provider says, as a truth value, that it is verified")
{
    for (const auto& verified : {Value(false), Value("true"), Value(1), Value()}) {
        const auto changed = claims().set("email_verified", verified);
        CHECK(MUST(check(token_of(curve_key(), head_of(curve_key()), changed))).email.empty());
    }
}

TEST_CASE("no algorithm but these two signs: none, the client's secret, the other kind of key")
{
    const auto signed_as = [](const std::string& algorithm, const ProviderKey& key) {
        return fault(
            token_of(key, Value::object().set("alg", algorithm).set("kid", key.id()), claims()));
    };
    for (const std::string algorithm : {"none", "None", "HS256", "RS512", "PS256", "EdDSA", ""})
        CHECK(signed_as(algorithm, rsa_key()) == "alg");
    CHECK(signed_as("ES256", rsa_key()) == "kid");
    CHECK(signed_as("RS256", curve_key()) == "kid");
    const auto unsigned_text = crypto::base64url(R"({"alg":"none"})") + "." +
                               crypto::base64url(json::dump(claims())) + ".";
    CHECK(fault(unsigned_text) == "alg");
    CHECK(fault(token_of(rsa_key(), head_of(rsa_key()).set("crit", json::Array{"exp"}),
                         claims())) == "crit");
}

TEST_CASE("a changed token, another's signature and what is no token are refused")
{
    const auto text = token_of(rsa_key(), head_of(rsa_key()), claims());
    const auto head = text.substr(0, text.find('.'));
    const auto signature = text.substr(text.rfind('.'));
    const auto other = crypto::base64url(json::dump(claims().set("sub", "0002")));
    CHECK(fault(head + "." + other + signature) == "signature");
    CHECK(fault(text.substr(0, text.rfind('.') + 1)) == "signature");
    const ProviderKey stranger{ProviderKey::Kind::rsa, "rsa-1"};
    CHECK(fault(token_of(stranger, head_of(stranger), claims())) == "signature");
    const ProviderKey unknown{ProviderKey::Kind::curve, "curve-9"};
    CHECK(fault(token_of(unknown, head_of(unknown), claims())) == "kid");
    for (const std::string broken : {"", ".", "..", "a.b", "không.phải.thẻ", "e30.e30.e30"}) {
        CAPTURE(broken);
        CHECK_FALSE(fault(broken).empty());
    }
    CHECK(fault(std::string(limits::oidc_token_bytes_max + 1, 'a')) == "too long");
}

TEST_CASE("a token for another, from another, of another attempt or without subject is refused")
{
    CHECK(fault_of_claims(claims().set("iss", "https://sso.songlam.gov.vn/")) == "iss");
    CHECK(fault_of_claims(claims().set("aud", "other")) == "aud");
    CHECK(fault_of_claims(claims().set("aud", json::Array{"other"})) == "aud");
    CHECK(fault_of_claims(claims().set("aud", Value())) == "aud");
    const json::Array both{"caicach", "other"};
    CHECK(fault_of_claims(claims().set("aud", both)) == "azp");
    CHECK(fault_of_claims(claims().set("aud", both).set("azp", "other")) == "azp");
    CHECK(fault_of_claims(claims().set("azp", "other")) == "azp");
    CHECK(fault_of_claims(claims().set("aud", both).set("azp", "caicach")).empty());
    CHECK(fault_of_claims(claims().set("nonce", "n-2")) == "nonce");
    CHECK(fault_of_claims(claims().set("nonce", Value())) == "nonce");
    CHECK(fault_of_claims(claims().set("sub", "")) == "sub");
    CHECK(fault_of_claims(claims().set("sub", std::string(256, 'a'))) == "sub");
    CHECK(fault_of_claims(claims().set("sub", 7)) == "sub");
}

TEST_CASE("times count with a minute of tolerance, and no more")
{
    CHECK(fault_of_claims(claims().set("exp", second - 59)).empty());
    CHECK(fault_of_claims(claims().set("exp", second - 60)) == "exp");
    CHECK(fault_of_claims(claims().set("exp", Value())) == "exp");
    CHECK(fault_of_claims(claims().set("exp", "soon")) == "exp");
    CHECK(fault_of_claims(claims().set("exp", 1e300)) == "exp");
    CHECK(fault_of_claims(claims().set("iat", second + 60)).empty());
    CHECK(fault_of_claims(claims().set("iat", second + 61)) == "iat");
    CHECK(fault_of_claims(claims().set("iat", second - 660)).empty());
    CHECK(fault_of_claims(claims().set("iat", second - 661)) == "iat");
    CHECK(fault_of_claims(claims().set("iat", Value())) == "iat");
    CHECK(fault_of_claims(claims().set("nbf", second + 61)) == "nbf");
    CHECK(fault_of_claims(claims().set("nbf", second)).empty());
}

TEST_CASE("of published keys only sound ones that sign are taken, and some must be")
{
    const auto read = [](const Value& entry) {
        const auto set = Value::object().set("keys", json::Array{entry});
        return read_oidc_keys(json::dump(set)).has_value();
    };
    CHECK(read(rsa_key().jwk()));
    CHECK(read(curve_key().jwk().set("alg", "ES256")));
    CHECK_FALSE(read(rsa_key().jwk().set("use", "enc")));
    CHECK_FALSE(read(rsa_key().jwk().set("alg", "RS512")));
    CHECK_FALSE(read(rsa_key().jwk().set("n", "AQAB")));
    CHECK_FALSE(read(curve_key().jwk().set("crv", "P-384")));
    CHECK_FALSE(read(curve_key().jwk().set("y", "AAAA")));
    CHECK_FALSE(read(Value::object().set("kty", "oct").set("k", "AAAA")));
    CHECK_FALSE(read_oidc_keys("{}"));
    CHECK_FALSE(read_oidc_keys("<html>"));
}

}  // namespace caicach::identity
