#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "identity/oidc/oidc_provider.hpp"

namespace caicach::identity
{

/// Who the provider says has signed in.
struct OidcIdentity {
    std::string subject{};              ///< the person's name at the issuer, for ever the same
    std::string email{};                ///< empty unless the provider has verified it
    std::vector<std::string> proofs{};  ///< what it says of how: its `amr` and `acr`
};

/// What an ID token must say to be the one that was asked for.
struct OidcExpectation {
    std::string_view issuer{};
    std::string_view client_id{};
    std::string_view nonce{};
    Instant now{};
};

/// An ID token taken apart, of which nothing is believed yet.
struct OidcToken {
    crypto::VerifyingKey::Algorithm algorithm{};
    std::string key_id{};  ///< empty where the token names none
    std::string signed_part{};
    std::string signature{};
    std::string claims{};  ///< JSON
};

/// forbidden "identity.oidc.token_refused" for what is no token, or is signed by anything but RS256
/// and ES256: "none" and the client's own secret (HS256) sign nothing here.
[[nodiscard]] Result<OidcToken> parse_oidc_token(std::string_view text);

/// The key that the token names, of the algorithm that it names; without a name, the only one of
/// that algorithm. Null where there is none.
[[nodiscard]] const OidcKey* key_of(const OidcToken& token, std::span<const OidcKey> keys);

/// Signature and claims (OpenID Connect Core 1.0, 3.1.3.7). forbidden "identity.oidc.token_refused"
/// with what was wrong in `detail`.
[[nodiscard]] Result<OidcIdentity> check_oidc_token(const OidcToken& token, const OidcKey& key,
                                                    const OidcExpectation& expected);

/// The answer that the provider sent for us is not believed; `detail` says why, for the log.
[[nodiscard]] tl::unexpected<Error> oidc_token_refused(std::string detail);

}  // namespace caicach::identity
