#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/configuration.hpp"
#include "base/network.hpp"
#include "http/rate_limiter.hpp"
#include "http/rate_policies.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "http/router.hpp"
#include "manifest/actor.hpp"

namespace caicach::app
{

/// `[limits]` of the settings.
[[nodiscard]] http::RatePolicies rate_policies(const Configuration& configuration);

/// A setting that names networks.
[[nodiscard]] std::vector<Network> networks_in(const Configuration& configuration,
                                               std::string_view key);

/// One limit that a request counts against.
struct RateCharge {
    const http::RatePolicy* policy{};
    std::string who{};
    http::RateVerdict verdict{};
};

/// All of them; a refusal is the last.
struct RateCharges {
    std::vector<RateCharge> charges{};
    /// Of a token with a rate of its own; a charge points to it.
    std::unique_ptr<const http::RatePolicy> own{};

    /// Nothing where the request may go on.
    [[nodiscard]] const RateCharge* refusal() const;
};

/// Which limits hold for whom and for which route. Any thread.
class RateGate
{
public:
    /// `policies` outlive the gate.
    RateGate(const http::RatePolicies& policies, std::size_t counters_max)
        : m_policies(policies), m_limiter(counters_max)
    {
    }

    /// Counts the request; `route` is null where its path leads nowhere.
    [[nodiscard]] RateCharges admit(const Actor& actor, const http::Request& request,
                                    const http::Route* route, Instant now);
    /// Knows what came of it: gives back what was not to count, and writes the headers.
    void settle(const RateCharges& charges, const http::Route* route, http::Response& response);

private:
    void charge(RateCharges& charges, const http::RatePolicy& policy, std::string who, Instant now);

    const http::RatePolicies& m_policies;
    http::RateLimiter m_limiter;
};

}  // namespace caicach::app
