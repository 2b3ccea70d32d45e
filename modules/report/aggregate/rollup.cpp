#include "report/aggregate/rollup.hpp"

#include <algorithm>
#include <map>

namespace caicach::report
{
namespace
{

using organisation::AgencyId;
using Amounts = std::map<AgencyId, std::int64_t>;

template <class Half>
Amounts shares_of(std::span<const AgencyPart> parts, const organisation::Succession& succession,
                  Date day, Date today, const Half& half)
{
    std::vector<organisation::Figure> figures;
    figures.reserve(parts.size());
    for (const auto& one : parts)
        figures.push_back({.agency = one.agency, .day = day, .amount = half(one.amount)});
    Amounts shares;
    for (const auto& one : succession.as_of(today, figures)) shares[one.agency] += one.amount;
    return shares;
}

std::vector<AgencyPart> largest_passed_on(std::span<const AgencyPart> parts,
                                          const organisation::Succession& succession, Date day,
                                          Date today)
{
    Amounts largest;
    for (const auto& one : parts) {
        for (const auto& heir : succession.heirs(one.agency, day, today)) {
            auto [held, is_new] = largest.emplace(heir.agency, one.amount.numerator);
            if (!is_new) held->second = std::max(held->second, one.amount.numerator);
        }
    }
    std::vector<AgencyPart> found;
    found.reserve(largest.size());
    for (const auto& [agency, amount] : largest) found.push_back({agency, {.numerator = amount}});
    return found;
}

}  // namespace

std::vector<AgencyPart> passed_on(Adding adding, std::span<const AgencyPart> parts,
                                  const organisation::Succession& succession, Date day, Date today)
{
    if (adding == Adding::maximum) return largest_passed_on(parts, succession, day, today);
    const auto above = shares_of(parts, succession, day, today,
                                 [](const Amount& amount) { return amount.numerator; });
    const auto below = shares_of(parts, succession, day, today, [](const Amount& amount) {
        return amount.denominator.value_or(0);
    });
    std::vector<AgencyPart> found;
    found.reserve(above.size());
    for (const auto& [agency, amount] : above) {
        AgencyPart one{.agency = agency, .amount = {.numerator = amount}};
        const auto whole = below.find(agency);
        if (adding != Adding::sum && whole != below.end()) one.amount.denominator = whole->second;
        found.push_back(one);
    }
    return found;
}

}  // namespace caicach::report
