#include "base/rate.hpp"

#include <algorithm>
#include <charconv>

namespace caicach
{
namespace
{

std::optional<std::int64_t> number_in(std::string_view text, std::int64_t highest)
{
    std::int64_t number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    if (number < 1 || number > highest) return std::nullopt;
    return number;
}

std::optional<std::int64_t> seconds_of_unit(char unit)
{
    switch (unit) {
        case 's':
            return 1;
        case 'm':
            return 60;
        case 'h':
            return 60 * 60;
        default:
            return std::nullopt;
    }
}

/// "300/5m".
std::optional<Rate> rate_in(std::string_view text)
{
    const auto slash = text.find('/');
    if (slash == std::string_view::npos || text.size() < slash + 3) return std::nullopt;
    const auto unit = seconds_of_unit(text.back());
    const auto count = number_in(text.substr(0, slash), rate_count_max);
    const auto time = number_in(text.substr(slash + 1, text.size() - slash - 2), rate_seconds_max);
    if (!unit || !count || !time || *unit * *time > rate_seconds_max) return std::nullopt;
    return Rate{.count = *count, .seconds = *unit * *time};
}

}  // namespace

std::optional<std::vector<Rate>> parse_rates(std::string_view text)
{
    std::vector<Rate> rates;
    if (text == "off") return rates;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        const auto rate = rate_in(text.substr(0, end));
        if (!rate || rates.size() == rates_max) return std::nullopt;
        rates.push_back(*rate);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (rates.empty()) return std::nullopt;
    return rates;
}

}  // namespace caicach
