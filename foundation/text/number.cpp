#include "text/number.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace caicach::text
{
namespace
{

constexpr int digits_max = 9;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string grouped(std::string_view digits)
{
    std::string result;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) result += '.';
        result += digits[i];
    }
    return result;
}

// Adds one to a row of decimal digits.
void increment(std::string& digits)
{
    const auto nines = digits.find_last_not_of('9') + 1;
    std::fill(digits.begin() + static_cast<std::ptrdiff_t>(nines), digits.end(), '0');
    if (nines == 0) {
        digits.insert(digits.begin(), '1');
    } else {
        ++digits[nines - 1];
    }
}

// The digits of "1.234.567" without points; nothing where a group has not three digits.
std::optional<std::string> ungrouped(std::string_view text)
{
    if (text.empty() || !is_digit(text.front())) return std::nullopt;
    const bool has_groups = text.find('.') != std::string_view::npos;
    std::string digits;
    std::size_t in_group = 0;
    for (const char c : text) {
        if (c == '.') {
            const bool is_first = digits.size() == in_group;
            if (is_first ? in_group > 3 : in_group != 3) return std::nullopt;
            in_group = 0;
        } else if (is_digit(c)) {
            digits += c;
            ++in_group;
        } else {
            return std::nullopt;
        }
    }
    if (has_groups && in_group != 3) return std::nullopt;
    return digits;
}

}  // namespace

std::string format_integer(std::int64_t value)
{
    const auto text = std::to_string(value);
    const std::string_view digits = text;
    return value < 0 ? "-" + grouped(digits.substr(1)) : grouped(digits);
}

std::string format_decimal(double value, int digits)
{
    if (!std::isfinite(value)) return "–";
    digits = std::clamp(digits, 0, digits_max);
    // We round the decimals that a person would see, not the binary value behind: 1.005 is 1,01.
    std::array<char, 400> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                       std::fabs(value), std::chars_format::fixed);
    const std::string_view shown{buffer.data(),
                                 static_cast<std::size_t>(written.ptr - buffer.data())};
    const auto point = std::min(shown.find('.'), shown.size());
    const auto wanted = static_cast<std::size_t>(digits);
    auto fraction = point < shown.size() ? shown.substr(point + 1) : std::string_view{};
    const bool rounds_up = fraction.size() > wanted && fraction[wanted] >= '5';
    fraction = fraction.substr(0, wanted);

    auto all = std::string{shown.substr(0, point)} + std::string{fraction};
    all.append(wanted - fraction.size(), '0');
    if (rounds_up) increment(all);

    const bool is_zero = all.find_first_not_of('0') == std::string::npos;
    std::string result = std::signbit(value) && !is_zero ? "-" : "";
    const std::string_view rounded = all;
    result += grouped(rounded.substr(0, all.size() - wanted));
    if (wanted > 0) {
        result += ',';
        result += rounded.substr(all.size() - wanted);
    }
    return result;
}

std::optional<std::int64_t> parse_integer(std::string_view text)
{
    const bool is_negative = text.starts_with('-');
    const auto digits = ungrouped(is_negative ? text.substr(1) : text);
    if (!digits) return std::nullopt;
    const auto signed_digits = is_negative ? "-" + *digits : *digits;
    std::int64_t value = 0;
    const auto* end = signed_digits.data() + signed_digits.size();
    const auto parsed = std::from_chars(signed_digits.data(), end, value);
    if (parsed.ec != std::errc{} || parsed.ptr != end) return std::nullopt;
    return value;
}

std::optional<double> parse_decimal(std::string_view text)
{
    const bool is_negative = text.starts_with('-');
    if (is_negative) text.remove_prefix(1);
    const auto comma = text.find(',');
    const auto whole = ungrouped(text.substr(0, comma));
    if (!whole) return std::nullopt;
    auto plain = *whole;
    if (comma != std::string_view::npos) {
        const auto fraction = text.substr(comma + 1);
        if (fraction.empty() || !std::all_of(fraction.begin(), fraction.end(), is_digit)) {
            return std::nullopt;
        }
        plain += '.';
        plain += fraction;
    }
    double value = 0;
    const auto* end = plain.data() + plain.size();
    const auto parsed = std::from_chars(plain.data(), end, value, std::chars_format::fixed);
    if (parsed.ec != std::errc{} || parsed.ptr != end) return std::nullopt;
    return is_negative ? -value : value;
}

}  // namespace caicach::text
