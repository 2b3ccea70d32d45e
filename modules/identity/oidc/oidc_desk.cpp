#include "identity/oidc/oidc_desk.hpp"

#include <utility>

#include "http/percent.hpp"
#include "identity/limits.hpp"
#include "json/value.hpp"

namespace caicach::identity
{

namespace
{

constexpr int status_ok = 200;
constexpr std::size_t reason_length_max = 60;  // "invalid_grant", and others like it
constexpr int status_server_failed = 500;

Result<net::HttpAnswer> ask_over_network(const SignInProvider& provider,
                                         const net::HttpRequest& request)
{
    const auto client =
        TRY(net::HttpClient::create({.origins = oidc_places(provider),
                                     .certificates_file = provider.certificates_file,
                                     .answer_bytes_max = limits::oidc_document_bytes_max}));
    return client.send(request);
}

bool is_younger(Instant read_at, std::int64_t age_max, Instant now)
{
    return read_at <= now && now < read_at + age_max;
}

/// The code for the token, with what proves that the one who asks is the one who began.
net::HttpRequest redemption(const SignInProvider& provider, const OidcEndpoints& endpoints,
                            const OidcAttempt& attempt, const OidcAnswer& answer,
                            const std::string& return_address)
{
    net::HttpRequest request{.url = endpoints.token,
                             .form = {{"grant_type", "authorization_code"},
                                      {"code", answer.code},
                                      {"redirect_uri", return_address},
                                      {"code_verifier", attempt.code_verifier()}}};
    if (!provider.client_secret.empty() && endpoints.takes_basic) {
        // RFC 6749, 2.3.1: both are encoded as a form's before they are joined.
        request.user = http::percent_encoded(provider.client_id);
        request.password = http::percent_encoded(provider.client_secret);
        return request;
    }
    request.form.push_back({"client_id", provider.client_id});
    if (!provider.client_secret.empty())
        request.form.push_back({"client_secret", provider.client_secret});
    return request;
}

/// RFC 9207: an answer that another provider made, mixed into this conversation.
Result<void> check_answer_issuer(const SignInProvider& provider, const OidcEndpoints& endpoints,
                                 const OidcAnswer& answer)
{
    const bool is_wrong = answer.issuer && *answer.issuer != provider.issuer;
    const bool is_missing = !answer.issuer && endpoints.names_itself;
    if (is_wrong || is_missing) return oidc_token_refused("iss of the answer");
    return {};
}

}  // namespace

OidcDesk::OidcDesk() : OidcDesk(&ask_over_network) {}

Result<std::string> OidcDesk::way_out(const SignInProvider& provider, const OidcAttempt& attempt,
                                      const std::string& return_address, Instant now)
{
    const auto endpoints = TRY(endpoints_of(provider, now));
    auto url = endpoints.authorization;
    char separator = url.find('?') == std::string::npos ? '?' : '&';
    const auto add = [&](std::string_view name, std::string_view value) {
        url += separator;
        url += name;
        url += '=';
        url += http::percent_encoded(value);
        separator = '&';
    };
    add("response_type", "code");
    add("client_id", provider.client_id);
    add("redirect_uri", return_address);
    add("scope", "openid email");
    add("state", attempt.state());
    add("nonce", attempt.nonce());
    add("code_challenge", attempt.code_challenge());
    add("code_challenge_method", "S256");
    return url;
}

Result<OidcIdentity> OidcDesk::redeem(const SignInProvider& provider, const OidcAttempt& attempt,
                                      const OidcAnswer& answer, const std::string& return_address,
                                      Instant now)
{
    const auto endpoints = TRY(endpoints_of(provider, now));
    TRY(check_answer_issuer(provider, endpoints, answer));
    const auto redeemed =
        TRY(ask(provider, redemption(provider, endpoints, attempt, answer, return_address), now));
    const auto body = json::parse(redeemed.body);
    if (redeemed.status != status_ok) {
        const auto reason = body ? (*body)["error"].as_string() : std::string_view{};
        return oidc_token_refused("the code: " + std::to_string(redeemed.status) + " " +
                                  std::string(reason.substr(0, reason_length_max)));
    }
    if (!body || !(*body)["id_token"].is_string()) return oidc_token_refused("no ID token");
    return identity_of(provider, endpoints, attempt, (*body)["id_token"].as_string(), now);
}

Result<OidcIdentity> OidcDesk::identity_of(const SignInProvider& provider,
                                           const OidcEndpoints& endpoints,
                                           const OidcAttempt& attempt, std::string_view token_text,
                                           Instant now)
{
    const auto token = TRY(parse_oidc_token(token_text));
    auto keys = TRY(keys_at(provider, endpoints.keys, limits::oidc_document_seconds, now));
    if (key_of(token, *keys) == nullptr) {
        // Perhaps it has changed its keys since.
        keys = TRY(keys_at(provider, endpoints.keys, limits::oidc_keys_again_seconds, now));
    }
    const auto* key = key_of(token, *keys);
    if (key == nullptr) return oidc_token_refused("kid");
    const auto nonce = attempt.nonce();
    return check_oidc_token(
        token, *key,
        {.issuer = provider.issuer, .client_id = provider.client_id, .nonce = nonce, .now = now});
}

Result<OidcEndpoints> OidcDesk::endpoints_of(const SignInProvider& provider, Instant now)
{
    {
        const std::lock_guard lock{m_mutex};
        if (m_endpoints && is_younger(m_endpoints_read_at, limits::oidc_document_seconds, now))
            return *m_endpoints;
    }
    const auto text = TRY(document(provider, oidc_discovery_url(provider), now));
    auto endpoints = TRY(read_oidc_endpoints(provider, text));
    const std::lock_guard lock{m_mutex};
    m_endpoints = endpoints;
    m_endpoints_read_at = now;
    return endpoints;
}

Result<OidcDesk::Keys> OidcDesk::keys_at(const SignInProvider& provider, const std::string& url,
                                         std::int64_t age_max, Instant now)
{
    {
        const std::lock_guard lock{m_mutex};
        if (m_keys && is_younger(m_keys_read_at, age_max, now)) return m_keys;
    }
    const auto text = TRY(document(provider, url, now));
    auto read = TRY(read_oidc_keys(text));
    auto keys = std::make_shared<const std::vector<OidcKey>>(std::move(read));
    const std::lock_guard lock{m_mutex};
    m_keys = keys;
    m_keys_read_at = now;
    return keys;
}

Result<std::string> OidcDesk::document(const SignInProvider& provider, const std::string& url,
                                       Instant now)
{
    auto answer = TRY(ask(provider, {.url = url}, now));
    if (answer.status == status_ok) return std::move(answer.body);
    return oidc_provider_down(url + " answers " + std::to_string(answer.status));
}

Result<net::HttpAnswer> OidcDesk::ask(const SignInProvider& provider,
                                      const net::HttpRequest& request, Instant now)
{
    {
        const std::lock_guard lock{m_mutex};
        if (now < m_rests_until) return oidc_provider_down("it failed a moment ago");
    }
    auto answer = m_ask(provider, request);
    if (answer && answer->status < status_server_failed) return answer;
    {
        const std::lock_guard lock{m_mutex};
        m_rests_until = now + limits::oidc_rest_seconds;
    }
    if (!answer) return oidc_provider_down(answer.error().key + ": " + answer.error().detail);
    return oidc_provider_down(request.url + " answers " + std::to_string(answer->status));
}

}  // namespace caicach::identity
