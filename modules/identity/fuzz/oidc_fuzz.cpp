#include <cstddef>
#include <cstdint>
#include <string_view>

#include "identity/limits.hpp"
#include "identity/oidc/oidc_attempt.hpp"
#include "identity/oidc/oidc_token.hpp"
#include "net/http_client.hpp"

using namespace caicach;

/// Whatever a provider, or who pretends to be one, sends: token, keys, discovery; and what a
/// browser sends back as the cookie of an attempt.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto token = identity::parse_oidc_token(text))
        VERIFY(text.starts_with(token->signed_part) && text[token->signed_part.size()] == '.');
    if (const auto keys = identity::read_oidc_keys(text))
        VERIFY(!keys->empty() && keys->size() <= identity::limits::oidc_keys_max);
    const SignInProvider provider{.issuer = "https://sso.songlam.gov.vn"};
    if (const auto endpoints = identity::read_oidc_endpoints(provider, text)) {
        // No document leads anywhere but to the place that was configured.
        for (const auto& url : {endpoints->authorization, endpoints->token, endpoints->keys})
            VERIFY(net::origin_of(url).value() == identity::oidc_places(provider).front());
    }
    if (const auto attempt = identity::OidcAttempt::from_cookie(text)) {
        VERIFY(attempt->cookie() == text);
        VERIFY(attempt->state() != attempt->nonce() && attempt->state().size() == 43);
    }
    return 0;
}
