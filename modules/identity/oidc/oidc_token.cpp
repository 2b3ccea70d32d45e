#include "identity/oidc/oidc_token.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "crypto/crypto.hpp"
#include "identity/limits.hpp"
#include "json/value.hpp"

namespace caicach::identity
{

namespace
{

using json::Value;
using Algorithm = crypto::VerifyingKey::Algorithm;

/// Fixed, whatever the provider says it can do (ASVS 5.0, 9.1.2).
std::optional<Algorithm> algorithm_of(std::string_view name)
{
    if (name == "RS256") return Algorithm::rs256;
    if (name == "ES256") return Algorithm::es256;
    return std::nullopt;
}

/// The three parts between the two dots.
std::optional<std::array<std::string_view, 3>> parts_of(std::string_view text)
{
    const auto first = text.find('.');
    const auto second = text.find('.', first + 1);
    if (first == std::string_view::npos || second == std::string_view::npos) return std::nullopt;
    return std::array{text.substr(0, first), text.substr(first + 1, second - first - 1),
                      text.substr(second + 1)};
}

/// A whole second since 1970; some providers write it as a fraction.
std::optional<std::int64_t> seconds_in(const Value& claims, std::string_view name)
{
    const auto& value = claims[name];
    constexpr double far = 1e12;
    if (!value.is_number() || value.as_number() < 0 || value.as_number() > far) return std::nullopt;
    return static_cast<std::int64_t>(value.as_number());
}

Result<void> check_audience(const Value& claims, std::string_view client_id)
{
    const auto& audience = claims["aud"];
    const auto is_us = [&](const Value& one) {
        return one.is_string() && one.as_string() == client_id;
    };
    if (!is_us(audience) && !std::ranges::any_of(audience.elements(), is_us))
        return oidc_token_refused("aud");
    // Meant for several: then it must say that we are the one who asked for it.
    const bool must_name = audience.elements().size() > 1;
    if ((must_name || claims.has("azp")) && !is_us(claims["azp"])) return oidc_token_refused("azp");
    return {};
}

Result<void> check_times(const Value& claims, Instant now)
{
    constexpr std::int64_t microseconds_per_second = 1'000'000;
    const auto second = now.microseconds / microseconds_per_second;
    const auto expires = seconds_in(claims, "exp");
    const auto issued = seconds_in(claims, "iat");
    constexpr auto tolerance = limits::oidc_clock_tolerance_seconds;
    if (!expires || *expires + tolerance <= second) return oidc_token_refused("exp");
    if (!issued || *issued > second + tolerance ||
        *issued + limits::oidc_attempt_seconds + tolerance < second)
        return oidc_token_refused("iat");
    if (claims.has("nbf")) {
        const auto begins = seconds_in(claims, "nbf");
        if (!begins || *begins > second + tolerance) return oidc_token_refused("nbf");
    }
    return {};
}

OidcIdentity identity_in(const Value& claims)
{
    OidcIdentity identity{.subject = std::string(claims["sub"].as_string())};
    if (claims["email_verified"].as_bool(false)) identity.email = claims["email"].as_string();
    if (claims["acr"].is_string()) identity.proofs.emplace_back(claims["acr"].as_string());
    for (const auto& method : claims["amr"].elements())
        identity.proofs.emplace_back(method.as_string());
    return identity;
}

}  // namespace

Result<OidcToken> parse_oidc_token(std::string_view text)
{
    if (text.size() > limits::oidc_token_bytes_max) return oidc_token_refused("too long");
    const auto parts = parts_of(text);
    if (!parts) return oidc_token_refused("no token");
    const auto& [head, claims, signature] = *parts;
    const auto head_bytes = crypto::bytes_from_base64url(head);
    auto claims_bytes = crypto::bytes_from_base64url(claims);
    auto signature_bytes = crypto::bytes_from_base64url(signature);
    if (!head_bytes || !claims_bytes || !signature_bytes) return oidc_token_refused("no base64url");
    const auto parsed = json::parse(*head_bytes);
    if (!parsed) return oidc_token_refused("no head");
    const auto algorithm = algorithm_of((*parsed)["alg"].as_string());
    if (!algorithm) return oidc_token_refused("alg");
    // What we do not know must not be passed over (RFC 7515, 4.1.11).
    if (parsed->has("crit")) return oidc_token_refused("crit");
    return OidcToken{.algorithm = *algorithm,
                     .key_id = std::string((*parsed)["kid"].as_string()),
                     .signed_part = std::string(text.substr(0, head.size() + 1 + claims.size())),
                     .signature = std::move(*signature_bytes),
                     .claims = std::move(*claims_bytes)};
}

const OidcKey* key_of(const OidcToken& token, std::span<const OidcKey> keys)
{
    const OidcKey* found = nullptr;
    for (const auto& key : keys) {
        if (key.key.algorithm() != token.algorithm) continue;
        if (!token.key_id.empty() && key.id == token.key_id) return &key;
        if (!token.key_id.empty()) continue;
        if (found != nullptr) return nullptr;
        found = &key;
    }
    return found;
}

Result<OidcIdentity> check_oidc_token(const OidcToken& token, const OidcKey& key,
                                      const OidcExpectation& expected)
{
    if (key.key.algorithm() != token.algorithm ||
        !key.key.verify(token.signed_part, token.signature))
        return oidc_token_refused("signature");
    const auto claims = json::parse(token.claims);
    if (!claims) return oidc_token_refused("no claims");
    const auto nonce = (*claims)["nonce"].as_string();
    if ((*claims)["iss"].as_string() != expected.issuer) return oidc_token_refused("iss");
    TRY(check_audience(*claims, expected.client_id));
    TRY(check_times(*claims, expected.now));
    if (!crypto::constant_time_equal(nonce, expected.nonce)) return oidc_token_refused("nonce");
    auto identity = identity_in(*claims);
    if (identity.subject.empty() || identity.subject.size() > limits::oidc_subject_length_max)
        return oidc_token_refused("sub");
    return identity;
}

tl::unexpected<Error> oidc_token_refused(std::string detail)
{
    return tl::unexpected<Error>(
        Error{Failure::forbidden, "identity.oidc.token_refused", {}, {}, std::move(detail)});
}

}  // namespace caicach::identity
