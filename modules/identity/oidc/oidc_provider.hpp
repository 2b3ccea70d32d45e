#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "crypto/verifying_key.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

/// What the provider publishes of itself (OpenID Connect Discovery 1.0, 4.2), as far as we use it.
struct OidcEndpoints {
    std::string authorization{};
    std::string token{};
    std::string keys{};
    bool names_itself{};  ///< each answer carries `iss` (RFC 9207)
    bool takes_basic{};   ///< the client's secret goes in a header, else in the form
};

struct OidcKey {
    std::string id{};
    crypto::VerifyingKey key;
};

/// The only places that are asked, and that browsers are sent to: the issuer's own and those
/// that the configuration names besides. Empty where one of them is no address.
[[nodiscard]] std::vector<std::string> oidc_places(const SignInProvider& provider);

/// Where the provider's document lies.
[[nodiscard]] std::string oidc_discovery_url(const SignInProvider& provider);

/// The document of discovery. unavailable "identity.oidc.provider_down" where it is none, speaks
/// for another issuer, or leads to a place that the configuration does not name.
[[nodiscard]] Result<OidcEndpoints> read_oidc_endpoints(const SignInProvider& provider,
                                                        std::string_view document);

/// The keys of a JSON Web Key Set that can sign ID tokens with RS256 or ES256; others are passed
/// over. unavailable "identity.oidc.provider_down" where there is none.
[[nodiscard]] Result<std::vector<OidcKey>> read_oidc_keys(std::string_view document);

/// The provider cannot be used now; `detail` says why, for the log.
[[nodiscard]] tl::unexpected<Error> oidc_provider_down(std::string detail);

}  // namespace caicach::identity
