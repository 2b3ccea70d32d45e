#include <doctest/doctest.h>

#include "identity/limits.hpp"
#include "identity/sign_in/sign_in_views.hpp"
#include "oidc_trip.hpp"

namespace caicach::identity
{

namespace
{

using testing::account_in;
using testing::claims_for;
using testing::come_back;
using testing::cookie_in;
using testing::curve_key;
using testing::disable;
using testing::FakeProvider;
using testing::get_of;
using testing::has;
using testing::head_of;
using testing::leave;
using testing::link;
using testing::named_account;
using testing::provider_settings;
using testing::Province;
using testing::refuses;
using testing::rsa_key;
using testing::sign_in_as;
using testing::token_in;
using testing::token_of;
using testing::with_provider;

}  // namespace

TEST_CASE("a browser is sent to the provider with all that ties the answer to it")
{
    with_provider([](Province& province, FakeProvider& provider) {
        const auto trip = leave(province, provider, "/ke-hoach");
        CHECK(trip.leaving.status == 303);
        CHECK(trip.location.starts_with("https://sso.songlam.gov.vn/oidc/auth?mien=1&"));
        CHECK(trip.parameter("response_type") == "code");
        CHECK(trip.parameter("client_id") == "cai cach");
        CHECK(trip.parameter("redirect_uri") ==
              "https://cchc.songlam.gov.vn/dang-nhap/dinh-danh/tro-ve");
        CHECK(trip.parameter("scope") == "openid email");
        CHECK(trip.parameter("code_challenge_method") == "S256");
        CHECK(trip.parameter("code_challenge").size() == 43);
        CHECK(trip.parameter("state").size() == 43);
        CHECK(trip.parameter("nonce").size() == 43);
        CHECK(trip.location.find(trip.cookie) == std::string::npos);
        const auto other = leave(province, provider);
        CHECK(other.parameter("state") != trip.parameter("state"));
        CHECK(other.parameter("nonce") != trip.parameter("nonce"));
        CHECK(provider.times_asked("/openid-configuration") == 1);
    });
}

TEST_CASE("who is linked signs in, with either kind of key, and goes on to the page asked for")
{
    with_provider([](Province& province, FakeProvider& provider) {
        link(province, province.of_health, "ca-01");
        for (const auto* key : {&rsa_key(), &curve_key()}) {
            const auto trip = leave(province, provider, "/ke-hoach");
            provider.token = token_of(*key, head_of(*key), claims_for(province, trip, "ca-01"));
            const auto answer = come_back(province, provider, trip);
            CHECK(answer.status == 303);
            CHECK(answer.header("location") == "/ke-hoach");
            CHECK(cookie_in(answer) == "-");
            CHECK(account_in(province, answer) == province.of_health);
            CHECK(province.office.remembered.lines.back() == "identity.session.created");
            const auto& request = *std::ranges::find_if(
                provider.asked,
                [](const net::HttpRequest& asked) { return asked.url.ends_with("/token"); });
            CHECK(request.user == "cai%20cach");
            CHECK(request.password == "b%C3%AD%20m%E1%BA%ADt%20%26%20d%C3%A0i");
            REQUIRE(request.form.size() == 4);
            CHECK(request.form[1].value == "c-1");
            const auto challenge = crypto::sha256(request.form[3].value);
            CHECK(crypto::base64url({reinterpret_cast<const char*>(challenge.data()),
                                     challenge.size()}) == trip.parameter("code_challenge"));
            provider.asked.clear();
        }
    });
}

TEST_CASE("a verified address that is a user name links the account once, for ever, and says so")
{
    with_provider([](Province& province, FakeProvider& provider) {
        const auto bao = named_account(province, "bao@songlam.gov.vn");
        const auto first = sign_in_as(province, provider, "bao-01", "Bao@SongLam.gov.vn");
        CHECK(account_in(province, first) == bao);
        const auto& lines = province.office.remembered.lines;
        REQUIRE(lines.size() > 2);
        CHECK(lines.at(lines.size() - 2) == R"(identity.oidc.linked {"by":"email"})");
        // From now on the subject counts; the address may change, or go to somebody else.
        CHECK(account_in(province,
                         sign_in_as(province, provider, "bao-01", "moi@songlam.gov.vn")) == bao);
        CHECK(refuses(sign_in_as(province, provider, "bao-02", "bao@songlam.gov.vn"),
                      "identity.oidc.account_refused"));
    });
}

TEST_CASE("an address links nothing where it is not verified or the configuration forbids it")
{
    with_provider([](Province& province, FakeProvider& provider) {
        named_account(province, "bao@songlam.gov.vn");
        const auto trip = leave(province, provider);
        const auto claims = claims_for(province, trip, "bao-01").set("email", "bao@songlam.gov.vn");
        provider.token = token_of(curve_key(), head_of(curve_key()), claims);
        CHECK(refuses(come_back(province, provider, trip), "identity.oidc.account_refused"));
        province.office.services.sign_in_provider.links_by_email = false;
        CHECK(refuses(sign_in_as(province, provider, "bao-01", "bao@songlam.gov.vn"),
                      "identity.oidc.account_refused"));
        CHECK(refuses(sign_in_as(province, provider, "bao-01", "không phải thư"),
                      "identity.oidc.account_refused"));
    });
}

TEST_CASE("unknown and disabled hear the same, get no account, and each has its line")
{
    with_provider([](Province& province, FakeProvider& provider) {
        const auto unknown = sign_in_as(province, provider, "ai-01", "ai@songlam.gov.vn");
        CHECK(refuses(unknown, "identity.oidc.account_refused"));
        CHECK(province.office.remembered.lines.back() == "identity.session.refused");
        link(province, province.of_health, "ca-01");
        disable(province, province.of_health);
        const auto disabled = sign_in_as(province, provider, "ca-01");
        CHECK(disabled.text() == unknown.text());
        CHECK(disabled.status == unknown.status);
        CHECK(province.office.remembered.lines.back() == "identity.session.refused");
        const auto bao = named_account(province, "bao@songlam.gov.vn");
        disable(province, bao);
        CHECK(sign_in_as(province, provider, "bao-01", "bao@songlam.gov.vn").text() ==
              unknown.text());
        auto transaction = MUST(province.office.services.database->read());
        CHECK_FALSE(MUST(account_by_user_name(transaction, "ai@songlam.gov.vn")));
    });
}

TEST_CASE("an answer that this browser did not begin signs nobody in and asks nobody")
{
    with_provider([](Province& province, FakeProvider& provider) {
        link(province, province.of_health, "ca-01");
        const auto trip = leave(province, provider);
        const auto other = leave(province, provider);
        provider.asked.clear();
        const auto good = "code=c-1&state=" + trip.parameter("state");
        const auto refused = [&](const std::string& cookie, const std::string& query) {
            return refuses(come_back(province, provider, cookie, query),
                           "identity.oidc.attempt_unknown");
        };
        CHECK(refused("", good));
        CHECK(refused(other.cookie, good));
        CHECK(refused(trip.cookie, "code=c-1"));
        CHECK(refused(trip.cookie, "code=c-1&state="));
        CHECK(refused(trip.cookie, "code=c-1&state=" + other.parameter("state")));
        CHECK(refused("1.2.3", good));
        CHECK(refused(std::string(2'000, 'a'), good));
        // Putting the time forward changes everything else.
        province.office.clock.pass_seconds(limits::oidc_attempt_seconds + 1);
        CHECK(refused(trip.cookie, good));
        CHECK(refused(std::to_string(province.office.clock.now().microseconds / 1'000'000) +
                          trip.cookie.substr(trip.cookie.find('.')),
                      good));
        CHECK(provider.asked.empty());
    });
}

TEST_CASE("an attempt is good for one answer: a replayed code is not even sent")
{
    with_provider([](Province& province, FakeProvider& provider) {
        link(province, province.of_health, "ca-01");
        const auto trip = leave(province, provider);
        provider.token =
            token_of(curve_key(), head_of(curve_key()), claims_for(province, trip, "ca-01"));
        CHECK(come_back(province, provider, trip).status == 303);
        CHECK(refuses(come_back(province, provider, trip), "identity.oidc.attempt_used"));
        CHECK(provider.times_asked("/token") == 1);
        const auto declined = leave(province, provider);
        CHECK(refuses(come_back(province, provider, declined.cookie,
                                "error=access_denied&state=" + declined.parameter("state")),
                      "identity.oidc.declined"));
        CHECK(refuses(come_back(province, provider, declined), "identity.oidc.attempt_used"));
    });
}

TEST_CASE("a token of another attempt, of another provider or for a code that is worth nothing")
{
    with_provider([](Province& province, FakeProvider& provider) {
        link(province, province.of_health, "ca-01");
        const auto other = leave(province, provider);
        const auto refused = [&](const json::Value& claims, const std::string& more = "") {
            const auto trip = leave(province, provider);
            auto own = claims;
            if (claims["nonce"].as_string() == "own") own.set("nonce", trip.parameter("nonce"));
            provider.token = token_of(curve_key(), head_of(curve_key()), own);
            return refuses(come_back(province, provider, trip, more),
                           "identity.oidc.token_refused");
        };
        const auto claims = [&] {
            return claims_for(province, other, "ca-01").set("nonce", "own");
        };
        CHECK(refused(claims_for(province, other, "ca-01")));
        CHECK(province.office.remembered.lines.back() == "identity.session.refused");
        CHECK(refused(claims().set("aud", "other")));
        CHECK(refused(claims().set("iss", "https://evil.vn")));
        CHECK(refused(claims(), "&iss=https%3A%2F%2Fevil.vn"));
        provider.token_status = 400;
        CHECK(refused(claims()));
        provider.token_status = 200;
        CHECK_FALSE(refused(claims(), "&iss=https%3A%2F%2Fsso.songlam.gov.vn%2Foidc"));
    });
}

TEST_CASE("what the provider did is no second factor, unless the operator has named it so")
{
    with_provider([](Province& province, FakeProvider& provider) {
        link(province, province.of_health, "ca-01");
        province.office.services.second_factor_roles = "all";
        const auto come = [&] {
            const auto trip = leave(province, provider, "/ke-hoach");
            auto claims = claims_for(province, trip, "ca-01");
            claims.set("acr", "loa3").set("amr", json::Array{"pwd", "otp"});
            provider.token = token_of(curve_key(), head_of(curve_key()), claims);
            return come_back(province, provider, trip);
        };
        auto& named = province.office.services.sign_in_provider.second_factor;
        for (const std::string word : {"", "mfa", "ot"}) {
            named = {word};
            const auto asked = come();
            CHECK(asked.status == 303);
            CHECK(asked.header("location") == "/dang-nhap/buoc-hai");
            CHECK(token_in(asked).empty());
        }
        for (const std::string word : {"otp", "loa3"}) {
            named = {"khac", word};
            const auto in = come();
            CHECK(in.header("location") == "/ke-hoach");
            CHECK(account_in(province, in) == province.of_health);
        }
    });
}

TEST_CASE(
    "the page of signing in shows the button only where there is a provider; HEAD does nothing")
{
    with_provider([](Province& province, FakeProvider& provider) {
        const auto page = [&] {
            return sign_in_page(province.office.nobody(), {.target = "/ke-hoach"});
        };
        CHECK(has(page(), "Đăng nhập bằng Định danh Sông Lam"));
        CHECK(has(page(), "/dang-nhap/dinh-danh?tiep=%2Fke-hoach"));
        auto context = province.office.nobody();
        const auto asks = [&](http::Method method, const std::string& path) {
            const auto request = get_of(path, "", method);
            return path.ends_with("tro-ve") ? return_from_provider(provider.desk, context, request)
                                            : leave_for_provider(provider.desk, context, request);
        };
        for (const std::string path : {"/dang-nhap/dinh-danh", "/dang-nhap/dinh-danh/tro-ve"}) {
            CHECK(asks(http::Method::head, path).error().kind == Failure::not_found);
            province.office.services.sign_in_provider = {};
            CHECK(asks(http::Method::get, path).error().kind == Failure::not_found);
            CHECK_FALSE(has(page(), "dinh-danh"));
            province.office.services.sign_in_provider = provider_settings();
        }
        CHECK(provider.asked.empty());
    });
}

}  // namespace caicach::identity
