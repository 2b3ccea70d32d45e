#include "identity/sign_in_limits.hpp"

#include <algorithm>

#include "identity/limits.hpp"

namespace caicach::identity
{

namespace
{

constexpr std::int64_t microseconds = 1'000'000;
/// Beyond it the wait is the longest anyway.
constexpr std::size_t attempts_remembered_max = 64;

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

std::optional<std::int64_t> wait_of_address(std::deque<Instant>& attempts, Instant now)
{
    forget_before(attempts, now + -limits::address_window_seconds);
    if (attempts.size() < static_cast<std::size_t>(limits::failures_per_address_max)) return {};
    return seconds_until(attempts.front() + limits::address_window_seconds, now);
}

/// Ten within an hour are free; each further one doubles the pause after it.
std::optional<std::int64_t> wait_of_name(std::deque<Instant>& attempts, Instant now)
{
    forget_before(attempts, now + -limits::account_window_seconds);
    if (attempts.size() < static_cast<std::size_t>(limits::failures_per_account_max)) return {};
    const auto beyond =
        attempts.size() - static_cast<std::size_t>(limits::failures_per_account_max);
    constexpr std::size_t doublings_max = 16;
    const auto pause = std::min(limits::delay_seconds_max,
                                limits::delay_seconds_first << std::min(beyond, doublings_max));
    const auto next = attempts.back() + pause;
    if (next <= now) return {};
    return seconds_until(next, now);
}

void add(std::deque<Instant>& attempts, Instant now)
{
    attempts.push_back(now);
    if (attempts.size() > attempts_remembered_max) attempts.pop_front();
}

/// Room for one more: first what has run out goes, then anything.
template <class Counters>
void make_room(Counters& counters, Instant oldest)
{
    if (counters.size() < limits::counters_max) return;
    std::erase_if(counters, [&](const auto& entry) {
        return entry.second.empty() || entry.second.back() <= oldest;
    });
    if (counters.size() >= limits::counters_max) counters.erase(counters.begin());
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

std::optional<std::int64_t> SignInLimits::begin(std::string_view address,
                                                std::string_view user_name, Instant now)
{
    const std::lock_guard lock(m_mutex);
    make_room(m_addresses, now + -limits::address_window_seconds);
    make_room(m_names, now + -limits::account_window_seconds);
    auto& of_address = m_addresses[counted_address(address)];
    auto& of_name = m_names[std::string(user_name)];
    if (const auto wait = wait_of_address(of_address, now)) return wait;
    if (const auto wait = wait_of_name(of_name, now)) return wait;
    add(of_address, now);
    add(of_name, now);
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

std::string counted_address(std::string_view address)
{
    if (address.starts_with("::ffff:")) address.remove_prefix(7);
    if (address.find(':') == std::string_view::npos) return std::string(address);
    // As the system writes it: groups without leading zeros, the longest run of zeros as "::".
    const auto gap = address.find("::");
    std::string groups;
    int count = 0;
    for (const char c : address.substr(0, gap)) {
        if (c == ':' && ++count == 4) return groups;
        groups += c;
    }
    return groups;
}

}  // namespace caicach::identity
