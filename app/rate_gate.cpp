#include "app/rate_gate.hpp"

#include <utility>

namespace caicach::app
{
namespace
{

/// Who it is, the same wherever they ask from; an address where nobody says.
std::string name_of(const Actor& actor, const http::Request& request)
{
    if (actor.token) return "token " + std::to_string(actor.token->id.value);
    if (actor.is_signed_in()) return "account " + std::to_string(actor.account.value);
    return counted_address(request.remote_address());
}

/// Behind a sign-in every name in a path is a code of something: who tries many is looking for what
/// is not his.
bool holds_code(const http::Route& route)
{
    if (route.rate == http::RouteRate::code) return true;
    return route.rate == http::RouteRate::usual && route.access != http::Access::anyone &&
           route.pattern.find('{') != std::string_view::npos;
}

bool takes_files(const http::Route& route) { return route.limits.upload_bytes > 0; }

/// Codes that led somewhere are not counted: a hundred people of an office open their letters at
/// once. Slips that were refused were never made.
bool counts(const http::Route& route, int status)
{
    constexpr int not_found = 404;
    constexpr int first_failure = 400;
    if (holds_code(route)) return status == not_found;
    return status < first_failure;
}

}  // namespace

http::RatePolicies rate_policies(const Configuration& configuration)
{
    http::RatePolicies policies;
    // The configuration took no other than what parses.
    const auto take = [&](http::RatePolicy& policy, std::string_view key) {
        policy.rates = parse_rates(configuration.text(key)).value_or(std::vector<Rate>{});
    };
    take(policies.anonymous, "limits.anonymous");
    take(policies.person, "limits.person");
    take(policies.token, "limits.token");
    take(policies.machine, "limits.machine");
    take(policies.machine_most, "limits.machine_most");
    take(policies.upload, "limits.upload");
    take(policies.code, "limits.code");
    take(policies.slip, "limits.slip");
    take(policies.reset_address, "limits.reset_address");
    take(policies.sign_in_address, "limits.sign_in_address");
    take(policies.sign_in_account, "limits.sign_in_account");
    policies.trusted_networks = networks_in(configuration, "limits.trusted_networks");
    return policies;
}

std::vector<Network> networks_in(const Configuration& configuration, std::string_view key)
{
    return parse_networks(configuration.text(key)).value_or(std::vector<Network>{});
}

const RateCharge* RateCharges::refusal() const
{
    if (charges.empty() || charges.back().verdict.is_admitted) return nullptr;
    return &charges.back();
}

void RateGate::charge(RateCharges& charges, const http::RatePolicy& policy, std::string who,
                      Instant now)
{
    if (charges.refusal() != nullptr) return;
    const auto verdict = m_limiter.take(policy, who, now);
    charges.charges.push_back({.policy = &policy, .who = std::move(who), .verdict = verdict});
}

RateCharges RateGate::admit(const Actor& actor, const http::Request& request,
                            const http::Route* route, Instant now)
{
    RateCharges charges;
    if (actor.token && actor.token->rate) {
        charges.own = std::make_unique<const http::RatePolicy>(
            http::RatePolicy{m_policies.machine.name, {*actor.token->rate}});
        charge(charges, *charges.own, name_of(actor, request), now);
    } else if (actor.token) {
        const auto& policy = actor.token->is_machine ? m_policies.machine : m_policies.token;
        charge(charges, policy, name_of(actor, request), now);
    } else if (actor.is_signed_in()) {
        charge(charges, m_policies.person, name_of(actor, request), now);
    } else if (request.is_api() &&
               !is_within(m_policies.trusted_networks, request.remote_address())) {
        charge(charges, m_policies.anonymous, name_of(actor, request), now);
    }
    if (route == nullptr) return charges;
    if (takes_files(*route)) charge(charges, m_policies.upload, name_of(actor, request), now);
    if (holds_code(*route)) charge(charges, m_policies.code, name_of(actor, request), now);
    if (route->rate == http::RouteRate::slip) charge(charges, m_policies.slip, request.path(), now);
    const bool asks_letter = route->rate == http::RouteRate::reset;
    if (asks_letter && !is_within(m_policies.trusted_networks, request.remote_address()))
        charge(charges, m_policies.reset_address, counted_address(request.remote_address()), now);
    return charges;
}

void RateGate::settle(const RateCharges& charges, const http::Route* route,
                      http::Response& response)
{
    for (const auto& [policy, who, verdict] : charges.charges) {
        const bool is_of_route = policy == &m_policies.code || policy == &m_policies.slip ||
                                 policy == &m_policies.reset_address;
        if (is_of_route && verdict.is_admitted && !counts(*route, response.status))
            m_limiter.give_back(*policy, who);
    }
    // Where two hold, the narrower is the news: it stands last.
    if (charges.charges.empty()) return;
    const auto& last = charges.charges.back();
    http::add_rate_headers(response, *last.policy, last.verdict);
}

}  // namespace caicach::app
