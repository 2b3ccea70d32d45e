#include "http/rate_limiter.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace caicach::http
{
namespace
{

constexpr std::int64_t second = 1'000'000;

std::int64_t seconds_up(std::int64_t microseconds)
{
    return std::max<std::int64_t>(0, (microseconds + second - 1) / second);
}

/// A policy's buckets as the counter has them now.
struct Bucket {
    std::int64_t interval{};  ///< in which one more comes in
    std::int64_t missing{};   ///< until it is full
    std::int64_t room{};      ///< what is in it, in the same microseconds

    Bucket(const Rate& rate, std::int64_t full_at, std::int64_t now)
        : interval(rate.seconds * second / rate.count),
          // A clock that was put back must not shut anybody out for longer than one filling.
          missing(std::clamp<std::int64_t>(full_at - now, 0, rate.seconds * second)),
          room(rate.seconds * second - missing)
    {
    }
};

/// "person", and "person-burst" for the second of its rates.
std::string item_name(const RatePolicy& policy, std::size_t rate)
{
    return '"' + std::string(policy.name) + (rate == 0 ? "\"" : "-burst\"");
}

}  // namespace

RateLimiter::RateLimiter(std::size_t counters_max)
    : m_rows(std::max<std::size_t>(1, (counters_max + row_size - 1) / row_size))
{
}

std::uint64_t RateLimiter::key_of(const RatePolicy& policy, std::string_view who) const
{
    std::string text;
    text.reserve(policy.name.size() + 1 + who.size());
    text.append(policy.name).append(1, '\0').append(who);
    // 0 is the counter that nobody has.
    return std::max<std::uint64_t>(1, m_hash(text));
}

RateLimiter::Counter* RateLimiter::find(Row& row, std::uint64_t key)
{
    const auto found = std::ranges::find(row, key, &Counter::key);
    return found == row.end() ? nullptr : &*found;
}

RateLimiter::Counter& RateLimiter::room_in(Row& row)
{
    return *std::ranges::min_element(
        row, {}, [](const Counter& counter) { return std::ranges::max(counter.full_at); });
}

RateVerdict RateLimiter::take(const RatePolicy& policy, std::string_view who, Instant now)
{
    if (policy.rates.empty()) return {};
    const auto key = key_of(policy, who);
    const auto at = key % m_rows.size();
    const std::lock_guard lock(m_locks.at(at % locks));
    auto* counter = find(m_rows[at], key);
    if (counter == nullptr) {
        counter = &room_in(m_rows[at]);
        *counter = {.key = key};
    }
    std::array<std::int64_t, rates_max> full_at{};
    RateVerdict verdict{.remaining = rate_count_max};
    for (std::size_t rate = 0; rate < policy.rates.size(); ++rate) {
        const Bucket bucket(policy.rates[rate], counter->full_at.at(rate), now.microseconds);
        if (bucket.room < bucket.interval) {
            counter->full_at.at(rate) = now.microseconds + bucket.missing;
            return {.is_admitted = false,
                    .rate = rate,
                    .seconds_to_full = seconds_up(bucket.missing),
                    .seconds_to_wait = seconds_up(bucket.interval - bucket.room)};
        }
        full_at.at(rate) = now.microseconds + bucket.missing + bucket.interval;
        const auto remaining = (bucket.room - bucket.interval) / bucket.interval;
        if (remaining >= verdict.remaining) continue;
        verdict.rate = rate;
        verdict.remaining = remaining;
        verdict.seconds_to_full = seconds_up(bucket.missing + bucket.interval);
    }
    counter->full_at = full_at;
    return verdict;
}

void RateLimiter::give_back(const RatePolicy& policy, std::string_view who)
{
    if (policy.rates.empty()) return;
    const auto key = key_of(policy, who);
    const auto at = key % m_rows.size();
    const std::lock_guard lock(m_locks.at(at % locks));
    auto* counter = find(m_rows[at], key);
    if (counter == nullptr) return;
    for (std::size_t rate = 0; rate < policy.rates.size(); ++rate) {
        const auto& [count, seconds] = policy.rates[rate];
        counter->full_at.at(rate) -= seconds * second / count;
    }
}

void add_rate_headers(Response& response, const RatePolicy& policy, const RateVerdict& verdict)
{
    if (policy.rates.empty()) return;
    std::string promised;
    for (std::size_t rate = 0; rate < policy.rates.size(); ++rate) {
        const auto& [count, seconds] = policy.rates[rate];
        if (rate != 0) promised += ", ";
        promised += item_name(policy, rate) + ";q=" + std::to_string(count) +
                    ";w=" + std::to_string(seconds);
    }
    response.set_header("RateLimit-Policy", MUST(HeaderValue::create(std::move(promised))));
    response.set_header("RateLimit",
                        MUST(HeaderValue::create(item_name(policy, verdict.rate) +
                                                 ";r=" + std::to_string(verdict.remaining) +
                                                 ";t=" + std::to_string(verdict.seconds_to_full))));
    if (!verdict.is_admitted)
        response.set_header("Retry-After", HeaderValue::number(verdict.seconds_to_wait));
}

}  // namespace caicach::http
