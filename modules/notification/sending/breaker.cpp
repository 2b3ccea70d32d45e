#include "notification/sending/breaker.hpp"

#include <algorithm>

#include "notification/limits.hpp"

namespace caicach::notification
{

Breakers::State Breakers::state(std::string_view provider, Instant now) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_breakers.find(provider);
    if (found == m_breakers.end() || found->second.trips == 0) return State::closed;
    return now < found->second.open_until ? State::open : State::half_open;
}

Instant Breakers::opens_at(std::string_view provider) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_breakers.find(provider);
    return found == m_breakers.end() ? Instant{} : found->second.open_until;
}

void Breakers::succeeded(std::string_view provider)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_breakers.find(provider);
    if (found != m_breakers.end()) m_breakers.erase(found);
}

void Breakers::failed(std::string_view provider, Instant now)
{
    const std::scoped_lock lock(m_mutex);
    auto& breaker = m_breakers[std::string(provider)];
    ++breaker.failures;
    const bool was_on_trial = breaker.trips > 0 && now >= breaker.open_until;
    if (!was_on_trial && breaker.failures < limits::failures_until_open) return;
    if (now < breaker.open_until) return;  // those that were under way when it opened
    ++breaker.trips;
    std::int64_t pause = limits::open_seconds;
    for (int trip = 1; trip < breaker.trips && pause < limits::open_seconds_max; ++trip) pause *= 2;
    breaker.open_until = now + std::min(pause, limits::open_seconds_max);
}

}  // namespace caicach::notification
