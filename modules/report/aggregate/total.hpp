#pragma once
#include <cstdint>
#include <optional>
#include <span>

#include "report/amount.hpp"
#include "report/form/definition.hpp"

/// How the numbers of those who report become one. Pure: the order of reporters never matters, and
/// what was added once adds up again with others, to the last unit.
namespace caicach::report
{

/// What a number that was sent brings to a total: of a weighted mean the number times its weight
/// over the weight, of a yes or no how many say yes over how many were asked. Nothing where it
/// lacks what it takes: a share without its whole, a mean without its weight. What was added up
/// before brings both its halves.
[[nodiscard]] std::optional<Amount> part_of(const Indicator& indicator, const Amount& sent,
                                            const std::optional<std::int64_t>& weight);

struct Total {
    std::optional<Amount> amount{};  ///< nothing where there is nothing to add
    int counted{};                   ///< reporters whose number is in it
    int apart{};                     ///< who sent a number that cannot be added
    bool is_too_large{};             ///< to be kept exactly

    friend bool operator==(const Total&, const Total&) = default;
};
/// Of parts: a sum of either half; of a maximum the largest.
[[nodiscard]] Total total_of(Adding adding, std::span<const Amount> parts);

/// The one number that a rule of the form compares: of a mean its value, of others the numerator.
[[nodiscard]] std::int64_t number_of(const Indicator& indicator, const Amount& amount);

}  // namespace caicach::report
