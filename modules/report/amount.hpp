#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace caicach::report
{

/// Numbers of reports are exact: kept in ten-thousandths, whatever an indicator shows of them.
inline constexpr std::int64_t ten_thousandths_of_one = 10'000;

/// A number; of a ratio or a weighted mean both halves, so that those of several add up.
struct Amount {
    std::int64_t numerator{};
    std::optional<std::int64_t> denominator{};

    friend bool operator==(const Amount&, const Amount&) = default;
};

/// "1.234,5", "0,5", "-85" in ten-thousandths; nothing for what is no number, has more decimals
/// than `decimals` (0–4), or is too large to be kept.
[[nodiscard]] std::optional<std::int64_t> ten_thousandths(std::string_view typed, int decimals);

/// For frozen reports and other programs: "1234.5", "-0.0001", "12".
[[nodiscard]] std::string canonical(std::int64_t amount);

/// For people: "1.234,5" with so many decimals (0–4), rounded half away from zero.
[[nodiscard]] std::string shown(std::int64_t amount, int decimals);
/// The same with as many decimals as it has: "1.234,5", "12".
[[nodiscard]] std::string shown(std::int64_t amount);
/// The same as the first; of a ratio with what it was made of, "850/1.000 = 85%", and "–" where it
/// is of nothing.
[[nodiscard]] std::string shown(const Amount& amount, int decimals);

/// too_large "report.amount.too_large".
[[nodiscard]] Result<std::int64_t> added(std::int64_t one, std::int64_t other);

}  // namespace caicach::report
