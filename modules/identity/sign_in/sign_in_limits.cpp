#include "identity/sign_in/sign_in_limits.hpp"

#include <algorithm>
#include <iterator>

#include "identity/limits.hpp"

namespace caicach::identity
{

namespace
{

constexpr std::int64_t microseconds = 1'000'000;

/// Whole seconds from now until then, at least one.
std::int64_t seconds_until(Instant then, Instant now)
{
    return std::max<std::int64_t>(
        1, (then.microseconds - now.microseconds + microseconds - 1) / microseconds);
}

void forget_before(std::deque<Instant>& attempts, Instant oldest)
{
    while (!attempts.empty() && attempts.front() <= oldest) attempts.pop_front();
}

std::optional<std::int64_t> wait_of_address(std::deque<Instant>& attempts, const Rate& rate,
                                            Instant now)
{
    forget_before(attempts, now + -rate.seconds);
    if (attempts.size() < static_cast<std::size_t>(rate.count)) return {};
    return seconds_until(attempts.front() + rate.seconds, now);
}

/// So many within the time are free; each further one doubles the pause after it.
std::optional<std::int64_t> wait_of_name(std::deque<Instant>& attempts, const Rate& rate,
                                         Instant now)
{
    forget_before(attempts, now + -rate.seconds);
    if (attempts.size() < static_cast<std::size_t>(rate.count)) return {};
    const auto beyond = attempts.size() - static_cast<std::size_t>(rate.count);
    constexpr std::size_t doublings_max = 16;
    const auto pause = std::min(limits::delay_seconds_max,
                                limits::delay_seconds_first << std::min(beyond, doublings_max));
    const auto next = attempts.back() + pause;
    if (next <= now) return {};
    return seconds_until(next, now);
}

/// Beyond as many as are free, and those that double the pause, the wait is the longest anyway.
void add(std::deque<Instant>& attempts, const Rate& rate, Instant now)
{
    constexpr std::size_t doublings_remembered = 54;
    attempts.push_back(now);
    if (attempts.size() > static_cast<std::size_t>(rate.count) + doublings_remembered)
        attempts.pop_front();
}

/// Room for more: first what has run out goes, then an eighth of all, whichever: looking at all of
/// them must not be every stranger's to ask for.
template <class Counters>
void make_room(Counters& counters, Instant oldest)
{
    if (counters.size() < limits::counters_max) return;
    std::erase_if(counters, [&](const auto& entry) {
        return entry.second.empty() || entry.second.back() <= oldest;
    });
    if (counters.size() < limits::counters_max) return;
    auto end = counters.begin();
    std::advance(end, static_cast<std::ptrdiff_t>(counters.size() / 8));
    counters.erase(counters.begin(), end);
}

/// The one rate that failures are counted by; nothing where the operator switched it off.
std::optional<Rate> first_of(const http::RatePolicy& policy)
{
    if (policy.rates.empty()) return std::nullopt;
    return policy.rates.front();
}

template <class Counters>
void give_back(Counters& counters, const std::string& key)
{
    const auto found = counters.find(key);
    if (found == counters.end()) return;
    if (!found->second.empty()) found->second.pop_back();
    if (found->second.empty()) counters.erase(found);
}

}  // namespace

std::optional<std::int64_t> SignInLimits::begin(const http::RatePolicies& policies,
                                                std::string_view address,
                                                std::string_view user_name, Instant now)
{
    auto by_address = first_of(policies.sign_in_address);
    const auto by_name = first_of(policies.sign_in_account);
    if (is_within(policies.trusted_networks, address)) by_address.reset();
    const std::lock_guard lock(m_mutex);
    if (by_address) {
        make_room(m_addresses, now + -by_address->seconds);
        const auto wait = wait_of_address(m_addresses[counted_address(address)], *by_address, now);
        if (wait) return wait;
    }
    if (by_name) {
        make_room(m_names, now + -by_name->seconds);
        const auto wait = wait_of_name(m_names[std::string(user_name)], *by_name, now);
        if (wait) return wait;
    }
    // Only what is let in counts.
    if (by_address) add(m_addresses[counted_address(address)], *by_address, now);
    if (by_name) add(m_names[std::string(user_name)], *by_name, now);
    return {};
}

void SignInLimits::succeeded(std::string_view address, std::string_view user_name)
{
    const std::lock_guard lock(m_mutex);
    give_back(m_addresses, counted_address(address));
    m_names.erase(std::string(user_name));
}

void SignInLimits::take_back(std::string_view address, std::string_view user_name)
{
    const std::lock_guard lock(m_mutex);
    give_back(m_addresses, counted_address(address));
    give_back(m_names, std::string(user_name));
}

}  // namespace caicach::identity
