#include "organisation/succession.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace caicach::organisation
{
namespace
{

using Passages = std::span<const Passage>;
using Amounts = std::map<AgencyId, std::int64_t>;

bool is_before(const Passage& a, const Passage& b)
{
    return std::tie(a.day, a.from, a.to) < std::tie(b.day, b.from, b.to);
}

/// The passages that one agency makes on one day, from the first of them.
Passages first_group(Passages passages)
{
    const auto& first = passages.front();
    const auto is_other = [&](const Passage& passage) {
        return passage.day != first.day || passage.from != first.from;
    };
    const auto end = std::ranges::find_if(passages, is_other);
    return passages.first(static_cast<std::size_t>(end - passages.begin()));
}

bool keeps_something(Passages group)
{
    return std::ranges::any_of(group, [](const Passage& p) { return p.to == p.from; });
}

/// Each passage's part of the amount: rounded down first, then the units left over go to the
/// largest fractions.
std::vector<std::int64_t> parts_of(std::int64_t amount, Passages group)
{
    struct Part {
        std::size_t place{};
        std::int64_t fraction{};
    };
    const auto sign = amount < 0 ? -1 : 1;
    const auto wholes = amount / whole_share * sign;
    const auto rest = amount % whole_share * sign;
    std::vector<std::int64_t> amounts;
    std::vector<Part> parts;
    auto left = wholes * whole_share + rest;
    for (std::size_t place = 0; place < group.size(); ++place) {
        const auto of_rest = rest * group[place].share;
        amounts.push_back(wholes * group[place].share + of_rest / whole_share);
        parts.push_back({place, of_rest % whole_share});
        left -= amounts.back();
    }
    std::ranges::stable_sort(parts, std::ranges::greater{}, &Part::fraction);
    for (std::size_t next = 0; left > 0; --left, ++next)
        ++amounts[parts[next % parts.size()].place];
    for (auto& part : amounts) part *= sign;
    return amounts;
}

/// What happens on one day happens at once: nobody passes on what he takes over that day.
void pass_on(Amounts& amounts, Passages of_day)
{
    Amounts taken;
    while (!of_day.empty()) {
        const auto group = first_group(of_day);
        of_day = of_day.subspan(group.size());
        const auto held = amounts.find(group.front().from);
        if (held == amounts.end()) continue;
        const auto parts = parts_of(held->second, group);
        amounts.erase(held);
        for (std::size_t i = 0; i < group.size(); ++i) taken[group[i].to] += parts[i];
    }
    for (const auto& [agency, amount] : taken) amounts[agency] += amount;
}

bool is_counted(std::span<const Figure> figures, AgencyId agency)
{
    return std::ranges::find(figures, agency, &Figure::agency) != figures.end();
}

/// The day on which each agency that gave everything away did so. A single figure asks for few of
/// some hundred passages.
std::map<AgencyId, Date> ends_of(Passages passages, std::span<const Figure> figures)
{
    constexpr std::size_t few = 8;
    std::map<AgencyId, Date> ends;
    while (!passages.empty()) {
        const auto group = first_group(passages);
        const bool is_asked = figures.size() > few || is_counted(figures, group.front().from);
        if (is_asked && !keeps_something(group))
            ends.emplace(group.front().from, group.front().day);
        passages = passages.subspan(group.size());
    }
    return ends;
}

std::vector<Total> totals_of(const Amounts& amounts)
{
    std::vector<Total> totals;
    totals.reserve(amounts.size());
    for (const auto& [agency, amount] : amounts) totals.push_back({agency, amount});
    return totals;
}

}  // namespace

Succession::Succession(std::vector<Passage> passages) : m_passages(std::move(passages))
{
    std::ranges::sort(m_passages, is_before);
}

std::vector<Heir> Succession::heirs(AgencyId agency, Date day, Date until) const
{
    const Figure all{.agency = agency, .day = day, .amount = whole_share};
    std::vector<Heir> heirs;
    for (const auto& total : as_of(until, {&all, 1}))
        heirs.push_back({total.agency, static_cast<int>(total.amount)});
    return heirs;
}

std::vector<Total> Succession::as_of(Date day, std::span<const Figure> figures) const
{
    const auto ends = ends_of(m_passages, figures);
    std::vector<Figure> waiting(figures.begin(), figures.end());
    for (auto& figure : waiting) {
        const auto end = ends.find(figure.agency);
        if (end != ends.end() && figure.day >= end->second) figure.day = end->second.plus_days(-1);
    }
    std::ranges::stable_sort(waiting, {}, &Figure::day);

    Amounts amounts;
    auto figure = waiting.begin();
    const auto take_until = [&](Date first_day_after) {
        for (; figure != waiting.end() && figure->day < first_day_after; ++figure)
            amounts[figure->agency] += figure->amount;
    };
    Passages left = m_passages;
    while (!left.empty() && left.front().day <= day) {
        const auto today = left.front().day;
        const auto later = std::ranges::find_if(
            left, [&](const Passage& passage) { return passage.day != today; });
        const auto count = static_cast<std::size_t>(later - left.begin());
        take_until(today);
        pass_on(amounts, left.first(count));
        left = left.subspan(count);
    }
    for (; figure != waiting.end(); ++figure) amounts[figure->agency] += figure->amount;
    return totals_of(amounts);
}

std::vector<Total> as_then(std::span<const Figure> figures)
{
    Amounts amounts;
    for (const auto& figure : figures) amounts[figure.agency] += figure.amount;
    return totals_of(amounts);
}

}  // namespace caicach::organisation
