#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string_view>
#include <vector>

#include "base/rate.hpp"
#include "base/time.hpp"
#include "crypto/short_hash.hpp"
#include "http/rate_policies.hpp"
#include "http/response.hpp"

namespace caicach::http
{

/// What came of one request, by the rate of the policy that has least left.
struct RateVerdict {
    bool is_admitted{true};
    std::size_t rate{};              ///< which of the policy's
    std::int64_t remaining{};        ///< requests that may follow at once
    std::int64_t seconds_to_full{};  ///< until all of its count is there again
    std::int64_t seconds_to_wait{};  ///< where it was refused: until the next is admitted
};

/// Counts in memory who asked how often, for one process. Bounded: where the table is full, whoever
/// has asked least in its row is forgotten first, so that a crowd of new addresses pushes out its
/// own kind and not those who are made to wait. Any thread; a call costs well under a microsecond.
class RateLimiter
{
public:
    /// 24 bytes each, rounded up to whole rows.
    explicit RateLimiter(std::size_t counters_max);

    /// Takes one out of every bucket of the policy, or, where one is empty, out of none.
    [[nodiscard]] RateVerdict take(const RatePolicy& policy, std::string_view who, Instant now);
    /// It was not to count after all.
    void give_back(const RatePolicy& policy, std::string_view who);

private:
    struct Counter {
        std::uint64_t key{};
        std::array<std::int64_t, rates_max> full_at{};  ///< microseconds since 1970
    };
    static constexpr std::size_t row_size = 8;
    using Row = std::array<Counter, row_size>;
    static constexpr std::size_t locks = 64;

    [[nodiscard]] std::uint64_t key_of(const RatePolicy& policy, std::string_view who) const;
    static Counter* find(Row& row, std::uint64_t key);
    static Counter& room_in(Row& row);

    crypto::ShortHash m_hash{};
    std::vector<Row> m_rows;
    std::array<std::mutex, locks> m_locks{};  ///< each for every 64th row
};

/// `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers), and `Retry-After`
/// where it was refused.
void add_rate_headers(Response& response, const RatePolicy& policy, const RateVerdict& verdict);

}  // namespace caicach::http
