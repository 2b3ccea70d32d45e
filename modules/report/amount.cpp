#include "report/amount.hpp"

#include <array>

#include "text/number.hpp"

namespace caicach::report
{
namespace
{

constexpr int decimals_kept = 4;
constexpr std::int64_t percent = 100;
constexpr std::array<std::int64_t, decimals_kept + 1> powers{1, 10, 100, 1'000, 10'000};

/// Long enough for the product of two amounts.
__extension__ using Wide = __int128;

std::uint64_t size_of(std::int64_t amount)
{
    return amount < 0 ? 0 - static_cast<std::uint64_t>(amount) : static_cast<std::uint64_t>(amount);
}

/// The digits behind the comma, of so many places.
std::string places(std::uint64_t value, int count)
{
    auto digits = std::to_string(value);
    digits.insert(0, static_cast<std::size_t>(count) - digits.size(), '0');
    return digits;
}

/// "1.234,5" of a number that was made whole by so many places.
std::string with_comma(bool is_negative, std::uint64_t scaled, int decimals)
{
    const auto one = static_cast<std::uint64_t>(powers.at(static_cast<std::size_t>(decimals)));
    auto out = text::format_integer(static_cast<std::int64_t>(scaled / one));
    if (is_negative && scaled != 0) out.insert(0, 1, '-');
    if (decimals > 0) out += "," + places(scaled % one, decimals);
    return out;
}

std::string without_last_zeros(std::string number)
{
    if (number.find(',') == std::string::npos) return number;
    number.erase(number.find_last_not_of('0') + 1);
    if (number.back() == ',') number.pop_back();
    return number;
}

/// "85", "85,5": a share in percent, without zeros at its end.
std::string share_text(Wide numerator, Wide denominator, int decimals)
{
    const bool is_negative = (numerator < 0) != (denominator < 0);
    if (numerator < 0) numerator = -numerator;
    if (denominator < 0) denominator = -denominator;
    const Wide scale = percent * powers.at(static_cast<std::size_t>(decimals));
    const Wide scaled = (2 * numerator * scale + denominator) / (2 * denominator);
    if (scaled > Wide{INT64_MAX}) return "–";
    return without_last_zeros(
        with_comma(is_negative, static_cast<std::uint64_t>(scaled), decimals));
}

}  // namespace

std::optional<std::int64_t> ten_thousandths(std::string_view typed, int decimals)
{
    const auto comma = typed.find(',');
    const auto head = typed.substr(0, comma);
    const auto whole = text::parse_integer(head);
    if (!whole) return {};
    std::int64_t amount{};
    if (__builtin_mul_overflow(*whole, ten_thousandths_of_one, &amount)) return {};
    if (comma == std::string_view::npos) return amount;
    const auto tail = typed.substr(comma + 1);
    if (tail.empty() || tail.size() > static_cast<std::size_t>(decimals)) return {};
    std::int64_t part{};
    for (const char digit : tail) {
        if (digit < '0' || digit > '9') return {};
        part = part * 10 + (digit - '0');
    }
    part *= powers.at(decimals_kept - tail.size());
    if (head.starts_with('-')) part = -part;
    if (__builtin_add_overflow(amount, part, &amount)) return {};
    return amount;
}

std::string canonical(std::int64_t amount)
{
    const auto size = size_of(amount);
    const auto one = static_cast<std::uint64_t>(ten_thousandths_of_one);
    auto out = (amount < 0 ? "-" : "") + std::to_string(size / one);
    if (size % one == 0) return out;
    out += "." + places(size % one, decimals_kept);
    out.erase(out.find_last_not_of('0') + 1);
    return out;
}

std::string shown(std::int64_t amount, int decimals)
{
    const auto unit =
        static_cast<std::uint64_t>(powers.at(static_cast<std::size_t>(decimals_kept - decimals)));
    const auto scaled = (size_of(amount) + unit / 2) / unit;
    return with_comma(amount < 0, scaled, decimals);
}

std::string shown(std::int64_t amount) { return without_last_zeros(shown(amount, decimals_kept)); }

std::string shown(const Amount& amount, int decimals)
{
    if (!amount.denominator) return shown(amount.numerator, decimals);
    if (*amount.denominator == 0) return "–";
    return shown(amount.numerator) + "/" + shown(*amount.denominator) + " = " +
           share_text(amount.numerator, *amount.denominator, decimals) + "%";
}

Result<std::int64_t> added(std::int64_t one, std::int64_t other)
{
    std::int64_t sum{};
    if (__builtin_add_overflow(one, other, &sum))
        return failure(Failure::too_large, "report.amount.too_large");
    return sum;
}

}  // namespace caicach::report
