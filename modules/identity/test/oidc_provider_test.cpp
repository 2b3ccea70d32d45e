#include <doctest/doctest.h>

#include "identity/limits.hpp"
#include "oidc_trip.hpp"

namespace caicach::identity
{

namespace
{

using testing::come_back;
using testing::FakeProvider;
using testing::leave;
using testing::link;
using testing::ProviderKey;
using testing::Province;
using testing::refuses;
using testing::sign_in_as;
using testing::with_provider;

constexpr int failures_max = 25;  // of an address, see http::RatePolicies

}  // namespace

TEST_CASE("where the provider promises to name itself in each answer, one without is refused")
{
    with_provider([](Province& province, FakeProvider& provider) {
        link(province, province.of_health, "ca-01");
        provider.discovery.set("authorization_response_iss_parameter_supported", true);
        CHECK(refuses(sign_in_as(province, provider, "ca-01"), "identity.oidc.token_refused"));
        CHECK(provider.times_asked("/token") == 0);
    });
}

TEST_CASE("a new key is looked for at once, an unknown one once a minute")
{
    with_provider([](Province& province, FakeProvider& provider) {
        link(province, province.of_health, "ca-01");
        CHECK(sign_in_as(province, provider, "ca-01").status == 303);
        province.office.clock.pass_seconds(limits::oidc_keys_again_seconds);
        static const ProviderKey next{ProviderKey::Kind::curve, "curve-2"};
        provider.keys = {next.jwk()};
        CHECK(sign_in_as(province, provider, "ca-01", "", next).status == 303);
        CHECK(provider.times_asked("/jwks") == 2);
        for (int at = 0; at < 3; ++at)
            CHECK(refuses(sign_in_as(province, provider, "ca-01"), "identity.oidc.token_refused"));
        CHECK(provider.times_asked("/jwks") == 2);
        province.office.clock.pass_seconds(limits::oidc_keys_again_seconds);
        CHECK(refuses(sign_in_as(province, provider, "ca-01"), "identity.oidc.token_refused"));
        CHECK(provider.times_asked("/jwks") == 3);
    });
}

TEST_CASE("a provider that is down answers 503, is left alone for a while, and is tried again")
{
    with_provider([](Province& province, FakeProvider& provider) {
        link(province, province.of_health, "ca-01");
        const auto before = leave(province, provider);
        provider.is_down = true;
        const auto down = come_back(province, provider, before);
        CHECK(refuses(down, "identity.oidc.provider_down", 503));
        CHECK(down.header("retry-after") == "15");
        const auto asked = provider.asked.size();
        CHECK(refuses(sign_in_as(province, provider, "ca-01"), "identity.oidc.provider_down", 503));
        CHECK(provider.asked.size() == asked);
        province.office.clock.pass_seconds(limits::oidc_document_seconds);
        CHECK(leave(province, provider).leaving.status == 503);
        CHECK(leave(province, provider).cookie.empty());
        CHECK(provider.asked.size() == asked + 1);
        provider.is_down = false;
        province.office.clock.pass_seconds(limits::oidc_rest_seconds);
        CHECK(sign_in_as(province, provider, "ca-01").status == 303);
    });
}

TEST_CASE("a document of another issuer, or that leads elsewhere, is not followed")
{
    with_provider([](Province& province, FakeProvider& provider) {
        const auto is_refused = [&](const std::string& name, const std::string& value) {
            FakeProvider changed;
            changed.discovery.set(name, value);
            return leave(province, changed).leaving.status == 503;
        };
        CHECK(is_refused("issuer", "https://sso.songlam.gov.vn/oidc/"));
        for (const std::string name : {"authorization_endpoint", "token_endpoint", "jwks_uri"}) {
            CHECK(is_refused(name, "https://evil.vn/"));
            CHECK(is_refused(name, "http://sso.songlam.gov.vn/oidc/x"));
            CHECK(is_refused(name, "https://sso.songlam.gov.vn:8443/"));
            CHECK(is_refused(name, "javascript:alert(1)"));
            CHECK(is_refused(name, ""));
        }
        CHECK(is_refused("authorization_endpoint", "https://sso.songlam.gov.vn/#"));
        provider.discovery.set("token_endpoint", "https://token.songlam.gov.vn/token");
        province.office.services.sign_in_provider.sites = {"https://token.songlam.gov.vn"};
        CHECK(leave(province, provider).leaving.status == 303);
    });
}

TEST_CASE("an address that fails too often waits; those who succeed behind it do not count")
{
    with_provider([](Province& province, FakeProvider& provider) {
        link(province, province.of_health, "ca-01");
        for (int at = 0; at < failures_max; ++at)
            CHECK(sign_in_as(province, provider, "ca-01").status == 303);
        for (int at = 0; at < failures_max; ++at)
            CHECK(sign_in_as(province, provider, "ai-01").status == 403);
        const auto asked = provider.times_asked("/token");
        const auto waits = sign_in_as(province, provider, "ai-01");
        CHECK(waits.status == 429);
        CHECK_FALSE(waits.header("retry-after").empty());
        CHECK(provider.times_asked("/token") == asked);
    });
}

TEST_CASE("a client without a secret names itself in the form, as does one whose provider asks so")
{
    with_provider([](Province& province, FakeProvider& provider) {
        link(province, province.of_health, "ca-01");
        provider.discovery.set("token_endpoint_auth_methods_supported",
                               json::Array{"client_secret_post", "none"});
        CHECK(sign_in_as(province, provider, "ca-01").status == 303);
        const auto form = provider.asked.at(1).form;
        REQUIRE(form.size() == 6);
        CHECK(form[4].value == "cai cach");
        CHECK(form[5].value == "bí mật & dài");
        CHECK(provider.asked.at(1).user.empty());
        province.office.services.sign_in_provider.client_secret.clear();
        CHECK(sign_in_as(province, provider, "ca-01").status == 303);
        CHECK(provider.asked.back().form.size() == 5);
    });
}

TEST_CASE("what waits for the provider is told to the server")
{
    CHECK(asks_provider("/dang-nhap/dinh-danh"));
    CHECK(asks_provider("/dang-nhap/dinh-danh/tro-ve"));
    CHECK_FALSE(asks_provider("/dang-nhap"));
    CHECK_FALSE(asks_provider("/ke-hoach"));
}

}  // namespace caicach::identity
