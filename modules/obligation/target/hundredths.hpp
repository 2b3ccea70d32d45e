#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Numbers of targets are kept in whole hundredths, so that what is added up and compared is exact.
namespace caicach::obligation
{

inline constexpr std::int64_t hundredths = 100;

/// "1.234,5": no decimals that say nothing.
[[nodiscard]] std::string number_text(std::int64_t in_hundredths);
/// "86,4", "1.234"; nothing for what is no number, is below zero, has more than two decimals, or is
/// beyond a hundred thousand billion.
[[nodiscard]] std::optional<std::int64_t> hundredths_from(std::string_view typed);

}  // namespace caicach::obligation
