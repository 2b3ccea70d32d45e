#pragma once
#include <array>
#include <cstddef>
#include <mutex>

#include "base/time.hpp"
#include "calendar/date.hpp"
#include "notification/api.hpp"
#include "text/reference.hpp"

/// How fast a crowd is written to: so many in a minute, counted by each process for itself.
namespace caicach::notification
{

[[nodiscard]] text::ReferenceFile pace_table();
/// 0: no bound.
[[nodiscard]] Result<std::int64_t> crowd_per_minute_on(Channel channel, Date day);

class Pace
{
public:
    /// How many more may leave now, of `wanted`.
    [[nodiscard]] std::size_t room(Channel channel, std::int64_t per_minute, std::size_t wanted,
                                   Instant now);
    void gone(Channel channel, std::size_t count);
    /// When the next minute begins.
    [[nodiscard]] Instant opens_at(Channel channel);

private:
    struct Minute {
        Instant begun_at{};
        std::int64_t gone{};
    };
    static constexpr std::size_t channel_count = 4;

    std::mutex m_mutex{};
    std::array<Minute, channel_count> m_minutes{};
};

}  // namespace caicach::notification
