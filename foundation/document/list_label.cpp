#include "document/list_label.hpp"

#include <array>

#include "text/text.hpp"
#include "text/utf8.hpp"

namespace caicach::document
{
namespace
{

std::string roman(int number)
{
    struct Step {
        int value{};
        std::string_view letters{};
    };
    constexpr std::array<Step, 13> steps{{{1000, "M"},
                                          {900, "CM"},
                                          {500, "D"},
                                          {400, "CD"},
                                          {100, "C"},
                                          {90, "XC"},
                                          {50, "L"},
                                          {40, "XL"},
                                          {10, "X"},
                                          {9, "IX"},
                                          {5, "V"},
                                          {4, "IV"},
                                          {1, "I"}}};
    std::string letters;
    for (const auto& step : steps) {
        for (; number >= step.value; number -= step.value) letters += step.letters;
    }
    return letters;
}

// After z the letter is doubled: aa, bb.
std::string letters(int number, char first)
{
    const auto index = number - 1;
    std::string doubled;
    doubled.resize(static_cast<std::size_t>(index) / 26 + 1, static_cast<char>(first + index % 26));
    return doubled;
}

}  // namespace

std::string format_number(int number, NumberFormat format)
{
    constexpr int number_max = 3'999;
    if (format == NumberFormat::none) return {};
    auto decimal = std::to_string(number);
    if (number < 1 || number > number_max) return decimal;
    switch (format) {
        case NumberFormat::decimal_zero:
            return number < 10 ? "0" + decimal : decimal;
        case NumberFormat::upper_roman:
            return roman(number);
        case NumberFormat::lower_roman:
            return text::lower(roman(number));
        case NumberFormat::upper_letter:
            return letters(number, 'A');
        case NumberFormat::lower_letter:
            return letters(number, 'a');
        case NumberFormat::decimal:
        case NumberFormat::none:
            break;
    }
    return decimal;
}

std::string plain_bullet(std::string_view bullet)
{
    std::string plain;
    for (std::size_t at = 0; at < bullet.size();) {
        const auto character = text::character_at(bullet, at);
        switch (character.code) {
            case 0x2010:
            case 0x2011:
            case 0x2012:
            case 0x2013:
            case 0x2014:
            case 0x2212:
            case 0xF02D:
            case 0xF0BE:
                plain += '-';
                break;
            case 0xF02B:
                plain += '+';
                break;
            case 0xF02A:
                plain += '*';
                break;
            default:
                if (character.code >= 0xE000 && character.code <= 0xF8FF) {
                    plain += "•";
                } else {
                    plain += bullet.substr(at, character.size);
                }
        }
        at += character.size;
    }
    return plain;
}

}  // namespace caicach::document
