#include "identity/oidc/oidc_provider.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "crypto/crypto.hpp"
#include "identity/limits.hpp"
#include "json/value.hpp"
#include "net/http_client.hpp"

namespace caicach::identity
{

namespace
{

using json::Value;

bool holds(const Value& list, std::string_view wanted)
{
    return std::ranges::any_of(list.elements(), [&](const Value& element) {
        return element.is_string() && element.as_string() == wanted;
    });
}

/// An address of the document, where it lies at a place that we go to.
Result<std::string> endpoint_in(const Value& document, std::string_view name,
                                const std::vector<std::string>& places)
{
    const auto url = document[name].as_string();
    const auto origin = net::origin_of(url);
    const bool is_known = origin && std::ranges::find(places, *origin) != places.end();
    if (!is_known || url.size() > limits::oidc_url_length_max ||
        url.find('#') != std::string_view::npos)
        return oidc_provider_down("discovery: " + std::string(name) +
                                  " is no address at a place of oidc.issuer or oidc.sites");
    return std::string(url);
}

std::optional<crypto::VerifyingKey> rsa_key(const Value& entry)
{
    const auto modulus = crypto::bytes_from_base64url(entry["n"].as_string());
    const auto exponent = crypto::bytes_from_base64url(entry["e"].as_string());
    if (!modulus || !exponent) return std::nullopt;
    return crypto::VerifyingKey::rsa(*modulus, *exponent);
}

std::optional<crypto::VerifyingKey> curve_key(const Value& entry)
{
    const auto x = crypto::bytes_from_base64url(entry["x"].as_string());
    const auto y = crypto::bytes_from_base64url(entry["y"].as_string());
    if (!x || !y || entry["crv"].as_string() != "P-256") return std::nullopt;
    return crypto::VerifyingKey::p256(*x, *y);
}

std::optional<crypto::VerifyingKey> key_in(const Value& entry)
{
    const auto kind = entry["kty"].as_string();
    const auto purpose = entry["use"].as_string("sig");
    if (purpose != "sig") return std::nullopt;
    if (kind == "RSA" && entry["alg"].as_string("RS256") == "RS256") return rsa_key(entry);
    if (kind == "EC" && entry["alg"].as_string("ES256") == "ES256") return curve_key(entry);
    return std::nullopt;
}

}  // namespace

std::vector<std::string> oidc_places(const SignInProvider& provider)
{
    std::vector<std::string> places;
    auto named = provider.sites;
    named.push_back(provider.issuer);
    for (const auto& site : named) {
        auto origin = net::origin_of(site);
        if (!origin) return {};
        places.push_back(std::move(*origin));
    }
    return places;
}

std::string oidc_discovery_url(const SignInProvider& provider)
{
    // Discovery 1.0, 4: any "/" at the end of the issuer is taken off first.
    auto url = provider.issuer;
    if (url.ends_with('/')) url.pop_back();
    return url + "/.well-known/openid-configuration";
}

Result<OidcEndpoints> read_oidc_endpoints(const SignInProvider& provider, std::string_view document)
{
    const auto parsed = json::parse(document, {.bytes = limits::oidc_document_bytes_max});
    if (!parsed || !parsed->is_object()) return oidc_provider_down("discovery: no JSON");
    // Otherwise one provider could speak for another (Discovery 1.0, 4.3).
    if ((*parsed)["issuer"].as_string() != provider.issuer)
        return oidc_provider_down("discovery: its issuer is not oidc.issuer, letter for letter");
    const auto places = oidc_places(provider);
    OidcEndpoints endpoints;
    endpoints.authorization = TRY(endpoint_in(*parsed, "authorization_endpoint", places));
    endpoints.token = TRY(endpoint_in(*parsed, "token_endpoint", places));
    endpoints.keys = TRY(endpoint_in(*parsed, "jwks_uri", places));
    endpoints.names_itself =
        (*parsed)["authorization_response_iss_parameter_supported"].as_bool(false);
    // Where nothing is said, it is the header (Discovery 1.0, 3).
    const auto& methods = (*parsed)["token_endpoint_auth_methods_supported"];
    endpoints.takes_basic = !methods.is_array() || holds(methods, "client_secret_basic");
    return endpoints;
}

Result<std::vector<OidcKey>> read_oidc_keys(std::string_view document)
{
    const auto parsed = json::parse(document, {.bytes = limits::oidc_document_bytes_max});
    if (!parsed) return oidc_provider_down("keys: no JSON");
    std::vector<OidcKey> keys;
    for (const auto& entry : (*parsed)["keys"].elements()) {
        if (keys.size() == limits::oidc_keys_max) break;
        auto key = key_in(entry);
        if (key) keys.push_back({std::string(entry["kid"].as_string()), std::move(*key)});
    }
    if (keys.empty()) return oidc_provider_down("keys: none for RS256 or ES256");
    return keys;
}

tl::unexpected<Error> oidc_provider_down(std::string detail)
{
    return tl::unexpected<Error>(
        Error{Failure::unavailable, "identity.oidc.provider_down", {}, {}, std::move(detail)});
}

}  // namespace caicach::identity
