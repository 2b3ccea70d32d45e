#include "obligation/target/hundredths.hpp"

#include <algorithm>
#include <cmath>

#include "text/number.hpp"

namespace caicach::obligation
{
namespace
{

constexpr double number_max = 1e14;
constexpr double tolerance = 1e-4;  // of a hundredth: what doubles lose, not what people type

}  // namespace

std::string number_text(std::int64_t in_hundredths)
{
    const bool is_whole = in_hundredths % hundredths == 0;
    if (is_whole) return text::format_integer(in_hundredths / hundredths);
    const int digits = in_hundredths % (hundredths / 10) == 0 ? 1 : 2;
    return text::format_decimal(static_cast<double>(in_hundredths) / hundredths, digits);
}

std::optional<std::int64_t> hundredths_from(std::string_view typed)
{
    if (const auto whole = text::parse_integer(typed)) {
        if (*whole < 0 || static_cast<double>(*whole) > number_max) return {};
        return *whole * hundredths;
    }
    const auto number = text::parse_decimal(typed);
    if (!number || *number < 0 || *number > number_max) return {};
    const double scaled = *number * hundredths;
    const double nearest = std::round(scaled);
    if (std::abs(scaled - nearest) > tolerance * std::max(1.0, *number)) return {};
    return static_cast<std::int64_t>(nearest);
}

}  // namespace caicach::obligation
