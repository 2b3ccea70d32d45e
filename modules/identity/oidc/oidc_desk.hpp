#pragma once
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "identity/oidc/oidc_attempt.hpp"
#include "identity/oidc/oidc_token.hpp"
#include "identity/sign_in/sign_in_limits.hpp"
#include "net/http_client.hpp"

namespace caicach::identity
{

/// What came back to us with the browser, as it stands in the query.
struct OidcAnswer {
    std::string code{};
    std::optional<std::string> issuer{};  ///< `iss`, where there is one
};

/// What handlers that sign in at a provider share in one process: what it said of itself lately,
/// and the counters of failed attempts. Asks the network: outside of any transaction, on the lane
/// of costly requests (`asks_provider`).
class OidcDesk
{
public:
    using Ask = std::function<Result<net::HttpAnswer>(const SignInProvider& provider,
                                                      const net::HttpRequest& request)>;

    OidcDesk();
    /// For tests.
    explicit OidcDesk(Ask ask) : m_ask(std::move(ask)) {}

    [[nodiscard]] SignInLimits& limits() { return m_limits; }

    /// Where the browser goes to sign in. unavailable "identity.oidc.provider_down".
    [[nodiscard]] Result<std::string> way_out(const SignInProvider& provider,
                                              const OidcAttempt& attempt,
                                              const std::string& return_address, Instant now);

    /// Who has signed in there: redeems the code and checks the ID token. Failures as `way_out`
    /// and `check_oidc_token`.
    [[nodiscard]] Result<OidcIdentity> redeem(const SignInProvider& provider,
                                              const OidcAttempt& attempt, const OidcAnswer& answer,
                                              const std::string& return_address, Instant now);

private:
    /// Shared: requests under way go on reading what a newer one replaces.
    using Keys = std::shared_ptr<const std::vector<OidcKey>>;

    Result<std::string> document(const SignInProvider& provider, const std::string& url,
                                 Instant now);
    Result<net::HttpAnswer> ask(const SignInProvider& provider, const net::HttpRequest& request,
                                Instant now);
    Result<OidcEndpoints> endpoints_of(const SignInProvider& provider, Instant now);
    Result<Keys> keys_at(const SignInProvider& provider, const std::string& url,
                         std::int64_t age_max, Instant now);
    Result<OidcIdentity> identity_of(const SignInProvider& provider, const OidcEndpoints& endpoints,
                                     const OidcAttempt& attempt, std::string_view token_text,
                                     Instant now);

    Ask m_ask;
    SignInLimits m_limits{};
    std::mutex m_mutex{};
    std::optional<OidcEndpoints> m_endpoints{};
    Instant m_endpoints_read_at{};
    Keys m_keys{};
    Instant m_keys_read_at{};
    Instant m_rests_until{};  ///< the provider failed: it is not asked before
};

}  // namespace caicach::identity
