#include "report/aggregate/total.hpp"

#include <algorithm>

namespace caicach::report
{
namespace
{

/// Long enough for the product of two amounts, and for the sum of all that a table may hold.
__extension__ using Wide = __int128;

std::optional<std::int64_t> narrowed(Wide amount)
{
    if (amount > Wide{INT64_MAX} || amount < Wide{INT64_MIN}) return {};
    return static_cast<std::int64_t>(amount);
}

/// Rounded half away from zero; the divisor is above nought.
Wide divided(Wide amount, Wide by)
{
    const auto half = amount < 0 ? -by / 2 : by / 2;
    return (amount + half) / by;
}

std::optional<Amount> weighted(std::int64_t value, const std::optional<std::int64_t>& weight)
{
    if (!weight) return {};
    const auto product = narrowed(divided(Wide{value} * *weight, ten_thousandths_of_one));
    if (!product) return {};
    return Amount{.numerator = *product, .denominator = weight};
}

}  // namespace

std::optional<Amount> part_of(const Indicator& indicator, const Amount& sent,
                              const std::optional<std::int64_t>& weight)
{
    switch (indicator.adding) {
        case Adding::sum:
        case Adding::maximum:
            return Amount{.numerator = sent.numerator};
        case Adding::ratio:
            return sent.denominator ? std::optional{sent} : std::nullopt;
        case Adding::weighted_mean:
            return sent.denominator ? std::optional{sent} : weighted(sent.numerator, weight);
        case Adding::count_of_yes:
            if (sent.denominator) return sent;
            return Amount{.numerator = sent.numerator == 0 ? 0 : ten_thousandths_of_one,
                          .denominator = ten_thousandths_of_one};
        case Adding::none:
            return {};
    }
    return {};
}

Total total_of(Adding adding, std::span<const Amount> parts)
{
    Total total{.counted = static_cast<int>(parts.size())};
    if (parts.empty()) return total;
    if (adding == Adding::maximum) {
        total.amount = *std::ranges::max_element(parts, {}, &Amount::numerator);
        return total;
    }
    Wide numerator{};
    Wide denominator{};
    for (const auto& one : parts) {
        numerator += one.numerator;
        denominator += one.denominator.value_or(0);
    }
    const auto above = narrowed(numerator);
    const auto below = narrowed(denominator);
    total.is_too_large = !above || !below;
    if (!above || !below) return total;
    total.amount = Amount{.numerator = *above};
    if (adding != Adding::sum) total.amount->denominator = below;
    return total;
}

std::int64_t number_of(const Indicator& indicator, const Amount& amount)
{
    const auto whole = amount.denominator.value_or(0);
    if (indicator.adding != Adding::weighted_mean || whole <= 0) return amount.numerator;
    const auto mean = divided(Wide{amount.numerator} * ten_thousandths_of_one, whole);
    return narrowed(mean).value_or(amount.numerator);
}

}  // namespace caicach::report
