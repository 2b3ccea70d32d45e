#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace caicach
{

/// So many in so many seconds.
struct Rate {
    std::int64_t count{};
    std::int64_t seconds{};

    friend bool operator==(const Rate&, const Rate&) = default;
};

inline constexpr std::size_t rates_max = 2;  ///< that hold at once: the long one, and a burst
inline constexpr std::int64_t rate_count_max = 1'000'000;
inline constexpr std::int64_t rate_seconds_max = 24 * 60 * 60;

/// Rates that hold at once, as an operator writes them: "300/5m 50/10s", with s, m or h behind the
/// time; "off": none. Nothing for anything else.
[[nodiscard]] std::optional<std::vector<Rate>> parse_rates(std::string_view text);

}  // namespace caicach
