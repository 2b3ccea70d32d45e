#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/network.hpp"
#include "base/rate.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "calendar/date.hpp"
#include "http/rate_policies.hpp"
#include "manifest/actor.hpp"

namespace caicach::identity
{

/// "cc_live_", 32 random characters (160 bits), and six of a checksum: whoever finds one in a
/// published file knows it for ours, and what cannot be one is refused without the database. Shown
/// once; only its SHA-256 is stored.
[[nodiscard]] std::string make_token_text();
[[nodiscard]] bool is_token_text(std::string_view text);
/// "cc_live_k3m9…": enough to tell one's tokens apart, too little to use.
[[nodiscard]] std::string token_hint(std::string_view text);

/// A person's key to the API for a program: it reads with their rights, and at most with those of
/// its scopes.
struct ApiToken {
    TokenId id{};
    std::string code{};  ///< stands in forms instead of the key
    AccountId account{};
    std::string name{};  ///< what it is for, in the owner's words
    std::string hint{};
    std::vector<std::string> scopes{};
    std::vector<Network> networks{};  ///< where it may come from; empty: anywhere
    Instant created_at{};
    Date expires_on{};  ///< its last day
    std::optional<Date> last_used_on{};
    bool is_revoked{};
    /// Of a machine, where its owner asked for another than that of the settings.
    std::optional<Rate> rate{};

    /// unauthenticated "identity.token.revoked", "….expired"; forbidden "….elsewhere".
    [[nodiscard]] Result<void> admits(Date today, std::string_view address) const;
    [[nodiscard]] bool is_alive(Date today) const { return !is_revoked && today <= expires_on; }
    /// Such a one has the limits of a machine.
    [[nodiscard]] bool is_machine() const { return !networks.empty(); }
};

/// What a person asks for on the page.
struct NewToken {
    std::string name{};
    std::vector<std::string> scopes{};
    int days{};
    std::string networks{};  ///< as typed
    std::string requests{};  ///< a minute, as typed
};

/// What a machine's token may have as its own rate, and what it has without one.
[[nodiscard]] std::int64_t most_requests_a_minute(const http::RatePolicies& policies);
[[nodiscard]] std::int64_t usual_requests_a_minute(const http::RatePolicies& policies);

/// "10.0.0.1 10.0.1.0/24", as it is stored and shown.
[[nodiscard]] std::string text_of(const std::vector<Network>& networks);

}  // namespace caicach::identity
