#include "document/sheet_number.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <optional>

#include "calendar/date.hpp"

namespace caicach::document
{
namespace
{

constexpr int digits_known = 15;
constexpr int exponent_max = 20;
constexpr std::size_t whole_digits_max = 18;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "2026", "-12", "9704001234567890": nothing to round.
bool is_whole(std::string_view stored)
{
    if (stored.starts_with('-')) stored.remove_prefix(1);
    return !stored.empty() && stored.size() <= whole_digits_max &&
           std::ranges::all_of(stored, is_digit);
}

std::optional<double> number_in(std::string_view stored)
{
    double value = 0;
    const auto* const end = stored.data() + stored.size();
    const auto read = std::from_chars(stored.data(), end, value);
    if (read.ec != std::errc{} || read.ptr != end || !std::isfinite(value)) return {};
    return value;
}

/// The decimals that a person would see, times ten to the `shift`; nothing of what is beyond.
std::optional<std::string> decimals(double value, int shift)
{
    std::array<char, 40> buffer{};
    const auto written =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::fabs(value),
                      std::chars_format::scientific, digits_known - 1);
    const std::string_view shown{buffer.data(),
                                 static_cast<std::size_t>(written.ptr - buffer.data())};
    const auto mark = shown.find('e');
    int exponent = 0;
    const auto* power = shown.data() + mark + (shown[mark + 1] == '+' ? 2 : 1);
    std::from_chars(power, shown.data() + shown.size(), exponent);
    exponent += shift;
    if (std::abs(exponent) > exponent_max) return {};
    std::string digits{shown.front()};
    digits += shown.substr(2, mark - 2);
    digits.resize(digits.find_last_not_of('0') + 1);
    if (digits.empty()) return "0";
    std::string text = value < 0 ? "-" : "";
    if (exponent < 0)
        return text.append("0,").append(static_cast<std::size_t>(-exponent - 1), '0') + digits;
    const auto whole = static_cast<std::size_t>(exponent) + 1;
    if (digits.size() <= whole) return text.append(digits).append(whole - digits.size(), '0');
    return text.append(digits, 0, whole).append(",").append(digits, whole);
}

std::optional<std::string> day_shown(double value, bool counts_from_1904)
{
    constexpr std::int32_t excel_begins = -25'569;  // 30 December 1899
    constexpr double later_begins = 1'462;
    // Before March 1900 Excel counts a day that never was; no year has five digits.
    constexpr double first = 61;
    constexpr double last = 2'958'465;
    const double counted = value + (counts_from_1904 ? later_begins : 0);
    if (counted < first || counted >= last + 1) return {};
    return Date::from_days(excel_begins + static_cast<std::int32_t>(std::floor(counted)))
        .vietnamese();
}

/// The code without what stands there as text: "0 \"m\"", "[Red]", "\-", "_)".
std::string without_texts(std::string_view code)
{
    std::string marks;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '"' || c == '[') {
            i = std::min(code.find(c == '"' ? '"' : ']', i + 1), code.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else {
            marks += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return marks;
}

}  // namespace

CellFormat format_of_code(std::string_view code)
{
    const auto marks = without_texts(code);
    const auto has = [&](char mark) { return marks.find(mark) != std::string::npos; };
    if (marks == "general" || marks == "standard") return {};
    if (has('%')) return {.look = NumberLook::percent};
    if (has('d') || has('y') || (has('m') && !has('h') && !has('s')))
        return {.look = NumberLook::day};
    constexpr std::size_t digits_max = 20;
    const bool is_padded = !code.empty() && code.find_first_not_of('0') == std::string_view::npos;
    if (is_padded && code.size() <= digits_max)
        return {.digits_min = static_cast<int>(code.size())};
    return {};
}

// ECMA-376, Part 1, 18.8.30 numFmt: those of all languages, and what Asian ones add.
CellFormat format_of_number(int number)
{
    const auto is_in = [number](int first, int last) { return number >= first && number <= last; };
    if (is_in(9, 10)) return {.look = NumberLook::percent};
    if (is_in(14, 17) || number == 22 || is_in(27, 31) || number == 36 || is_in(50, 54) ||
        is_in(57, 58))
        return {.look = NumberLook::day};
    return {};
}

std::string number_shown(std::string_view stored, CellFormat format, bool counts_from_1904)
{
    const auto as_stored = std::string{stored};
    const auto value = number_in(stored);
    if (!value) return as_stored;
    if (format.look == NumberLook::day)
        if (auto day = day_shown(*value, counts_from_1904)) return *day;
    if (format.look == NumberLook::percent) {
        const auto hundredfold = decimals(*value, 2);
        return hundredfold ? *hundredfold + "%" : as_stored;
    }
    auto text = is_whole(stored) ? as_stored : decimals(*value, 0).value_or(as_stored);
    const auto digits_min = static_cast<std::size_t>(std::max(format.digits_min, 1));
    if (*value >= 0 && text.size() < digits_min && std::ranges::all_of(text, is_digit))
        text.insert(0, digits_min - text.size(), '0');
    return text;
}

}  // namespace caicach::document
