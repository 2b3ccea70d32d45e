#include "http/range.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "text/text.hpp"

namespace caicach::http
{
namespace
{

/// Digits alone, as many as a file has.
std::optional<std::int64_t> number_in(std::string_view digits)
{
    const bool is_number = !digits.empty() && std::ranges::all_of(digits, [](char one) {
        return one >= '0' && one <= '9';
    });
    if (!is_number) return std::nullopt;
    std::int64_t value{};
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (read.ec != std::errc{}) return std::nullopt;
    return value;
}

PartAsked last_bytes(std::int64_t count, std::int64_t size)
{
    if (count == 0 || size == 0) return {.kind = PartAsked::Kind::outside};
    const auto sent = std::min(count, size);
    return {.kind = PartAsked::Kind::part, .first = size - sent, .count = sent};
}

}  // namespace

PartAsked part_asked(std::string_view range, std::int64_t size)
{
    constexpr std::string_view unit = "bytes=";
    if (!range.starts_with(unit)) return {};
    const auto asked = text::trim(range.substr(unit.size()));
    const auto dash = asked.find('-');
    if (dash == std::string_view::npos) return {};
    const auto first = number_in(asked.substr(0, dash));
    const auto last = number_in(asked.substr(dash + 1));
    if (dash == 0) return last ? last_bytes(*last, size) : PartAsked{};
    const bool has_end = dash + 1 < asked.size();
    if (!first || (has_end && (!last || *last < *first))) return {};
    if (*first >= size) return {.kind = PartAsked::Kind::outside};
    const auto end = has_end ? std::min(*last, size - 1) : size - 1;
    return {.kind = PartAsked::Kind::part, .first = *first, .count = end - *first + 1};
}

}  // namespace caicach::http
