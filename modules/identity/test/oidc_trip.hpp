#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "accounts_fixture.hpp"
#include "http/percent.hpp"
#include "identity/oidc/oidc_handlers.hpp"
#include "identity/oidc/oidc_link_store.hpp"
#include "oidc_fixture.hpp"

/// The way to the provider and back, as a browser goes it.
namespace caicach::identity::testing
{

inline constexpr std::string_view attempt_mark = "__Host-caicach-dinh-danh=";

/// A province whose people may sign in at a provider.
inline void with_provider(const std::function<void(Province&, FakeProvider&)>& test)
{
    in_province([&](Province& province) {
        province.office.services.sign_in_provider = provider_settings();
        province.office.services.site = "https://cchc.songlam.gov.vn";
        FakeProvider provider;
        test(province, provider);
    });
}

/// What a browser carries between leaving and coming back.
struct Trip {
    http::Response leaving;
    std::string cookie{};
    std::string location{};

    [[nodiscard]] std::string parameter(std::string_view name) const
    {
        for (const std::string_view before : {"?", "&"}) {
            const auto begin = std::string(before) + std::string(name) + "=";
            const auto at = location.find(begin);
            if (at == std::string::npos) continue;
            const auto from = at + begin.size();
            return http::percent_decoded(location.substr(from, location.find('&', from) - from))
                .value_or("");
        }
        return {};
    }
};

inline std::string cookie_in(const http::Response& response)
{
    for (const auto& [name, value] : response.headers()) {
        if (name == "Set-Cookie" && value.starts_with(attempt_mark))
            return value.substr(attempt_mark.size(), value.find(';') - attempt_mark.size());
    }
    return {};
}

inline http::Request get_of(const std::string& target, const std::string& cookie,
                            http::Method method = http::Method::get)
{
    http::RequestParts parts{.method = method, .target = target};
    if (!cookie.empty()) parts.headers.push_back({"cookie", std::string(attempt_mark) + cookie});
    return MUST(http::Request::create(std::move(parts)));
}

inline Trip leave(Province& province, FakeProvider& provider, const std::string& target = "")
{
    auto context = province.office.nobody();
    const auto path = "/dang-nhap/dinh-danh" + (target.empty() ? "" : "?tiep=" + target);
    auto response = MUST(leave_for_provider(provider.desk, context, get_of(path, "")));
    auto cookie = cookie_in(response);
    std::string location{response.header("location")};
    return {std::move(response), std::move(cookie), std::move(location)};
}

inline http::Response come_back(Province& province, FakeProvider& provider,
                                const std::string& cookie, const std::string& query)
{
    auto context = province.office.nobody();
    return MUST(return_from_provider(provider.desk, context,
                                     get_of("/dang-nhap/dinh-danh/tro-ve?" + query, cookie)));
}

/// As the provider answers to this attempt.
inline http::Response come_back(Province& province, FakeProvider& provider, const Trip& trip,
                                const std::string& more = "")
{
    return come_back(province, provider, trip.cookie,
                     "code=c-1&state=" + trip.parameter("state") + more);
}

inline json::Value claims_for(const Province& province, const Trip& trip,
                              const std::string& subject)
{
    const auto second = province.office.clock.now().microseconds / 1'000'000;
    return json::Value::object()
        .set("iss", "https://sso.songlam.gov.vn/oidc")
        .set("sub", subject)
        .set("aud", "cai cach")
        .set("exp", second + 300)
        .set("iat", second)
        .set("nonce", trip.parameter("nonce"));
}

/// The whole way, for a person whom the provider calls `subject`.
inline http::Response sign_in_as(Province& province, FakeProvider& provider,
                                 const std::string& subject, const std::string& email = "",
                                 const ProviderKey& key = curve_key())
{
    const auto trip = leave(province, provider);
    auto claims = claims_for(province, trip, subject);
    if (!email.empty()) claims.set("email", email).set("email_verified", true);
    provider.token = token_of(key, head_of(key), claims);
    return come_back(province, provider, trip);
}

inline void link(Province& province, AccountId account, const std::string& subject)
{
    auto transaction = MUST(province.office.services.database->write());
    MUST(OidcLinkStore{transaction}.link(account, provider_settings().issuer, subject,
                                         province.office.clock.now()));
    MUST(transaction.commit());
}

inline AccountId named_account(Province& province, const std::string& user_name)
{
    auto context = province.office.system_account();
    auto transaction = MUST(context.begin());
    const auto id = MUST(
        create_account(context, transaction,
                       {.name = "Mạc Gia Bảo", .agency = province.health, .user_name = user_name}));
    MUST(transaction.commit());
    return id;
}

inline void disable(Province& province, AccountId account)
{
    auto context = province.office.system_account();
    auto transaction = MUST(context.begin());
    MUST(disable_account(context, transaction, account));
    MUST(transaction.commit());
}

inline std::optional<AccountId> account_in(Province& province, const http::Response& response)
{
    auto transaction = MUST(province.office.services.database->read());
    const auto session = MUST(
        province.office.gate.find(transaction, token_in(response), province.office.clock.now()));
    if (!session) return std::nullopt;
    return session->actor.account;
}

inline bool refuses(const http::Response& response, std::string_view key, int status = 403)
{
    return response.status == status && token_in(response).empty() && has(response, key) &&
           cookie_in(response) == "-";
}

}  // namespace caicach::identity::testing
