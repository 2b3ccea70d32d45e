#include "calendar/period_key.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace caicach::calendar
{

namespace
{

constexpr int year_min = 1900;
constexpr int year_max = 2199;
constexpr std::size_t year_digits = 4;

std::optional<int> number_in(std::string_view digits)
{
    int number{};
    for (const char c : digits) {
        if (c < '0' || c > '9') return {};
        number = number * 10 + (c - '0');
    }
    return number;
}

/// What stands behind the year: a sign for the length, then so many digits.
struct Form {
    Length length{};
    char sign{};
    std::size_t digits{};
};
constexpr Form forms[]{{Length::week, 'W', 2},
                       {Length::month, '-', 2},
                       {Length::quarter, 'Q', 1},
                       {Length::half, 'S', 1}};

/// The cut-off that a key begins with, which it then no longer does.
std::optional<CutOff> take_cut_off(std::string_view& key, std::span<const CutOff> known)
{
    const auto colon = key.find(':');
    if (colon == std::string_view::npos) return CutOff{};
    const auto prefix = key.substr(0, colon);
    const auto found = std::find_if(known.begin(), known.end(), [&](const CutOff& cut_off) {
        return !cut_off.key.empty() && cut_off.key == prefix;
    });
    if (found == known.end()) return {};
    key.remove_prefix(colon + 1);
    return *found;
}

std::optional<Period> period_in(const CutOff& cut_off, Length length, int year, int number)
{
    const auto scheme = Scheme::create(length, cut_off);
    if (!scheme) return {};
    return period_of_year(*scheme, year, number);
}

}  // namespace

std::string key(const Period& period)
{
    const auto& prefix = period.scheme.cut_off().key;
    auto text = prefix.empty() ? std::string() : prefix + ':';
    text += fmt::format("{:04}", period.year());
    for (const auto& form : forms)
        if (form.length == period.scheme.length())
            text += fmt::format("{}{:0{}}", form.sign, period.number(), form.digits);
    return text;
}

std::optional<Period> period_from_key(std::string_view key, std::span<const CutOff> known)
{
    const auto cut_off = take_cut_off(key, known);
    if (!cut_off || key.size() < year_digits) return {};
    const auto year = number_in(key.substr(0, year_digits));
    if (!year || *year < year_min || *year > year_max) return {};
    key.remove_prefix(year_digits);
    if (key.empty()) return period_in(*cut_off, Length::year, *year, 1);
    for (const auto& form : forms) {
        if (form.sign != key.front() || key.size() != form.digits + 1) continue;
        const auto number = number_in(key.substr(1));
        if (!number) return {};
        return period_in(*cut_off, form.length, *year, *number);
    }
    return {};
}

}  // namespace caicach::calendar
