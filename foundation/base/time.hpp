#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace caicach
{

/// An instant in UTC, microseconds since 1970. Stored as ISO text with six decimals and 'Z'
/// ("2026-03-31T16:59:59.000000Z"), so that text order is time order.
struct Instant {
    std::int64_t microseconds{};

    friend auto operator<=>(const Instant&, const Instant&) = default;
};

[[nodiscard]] inline Instant operator+(Instant at, std::int64_t seconds)
{
    return {at.microseconds + seconds * 1'000'000};
}

[[nodiscard]] std::string to_iso(Instant at);
/// What to_iso wrote; anything else answers the epoch.
[[nodiscard]] Instant instant_from_iso(std::string_view text);

/// Where time comes from. Domain code never asks it: it is handed `today`.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override;
};

}  // namespace caicach
