#include "text/text.hpp"
#include "text/utf8.hpp"

namespace caicach::text
{
namespace
{

// Most Latin letters stand in pairs, the capital first. Where the capital is even.
bool in_even_pairs(char32_t code)
{
    return (code >= 0x100 && code <= 0x137 && code != 0x130 && code != 0x131) ||
           (code >= 0x14A && code <= 0x177) || (code >= 0x1A0 && code <= 0x1A5) ||
           (code >= 0x1E00 && code <= 0x1E95) || (code >= 0x1EA0 && code <= 0x1EFF);
}

// … and where it is odd: Ĺ, Ź and, for Vietnamese, Ư.
bool in_odd_pairs(char32_t code)
{
    return (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E) || code == 0x1AF ||
           code == 0x1B0;
}

char32_t lower_of(char32_t code)
{
    if (code >= 'A' && code <= 'Z') return code + 0x20;
    if (code >= 0xC0 && code <= 0xDE && code != 0xD7) return code + 0x20;
    if (in_even_pairs(code)) return code | 1U;
    if (in_odd_pairs(code)) return code + (code & 1U);
    return code;
}

char32_t upper_of(char32_t code)
{
    if (code >= 'a' && code <= 'z') return code - 0x20;
    if (code >= 0xE0 && code <= 0xFE && code != 0xF7) return code - 0x20;
    if (in_even_pairs(code)) return code & ~char32_t{1};
    if (in_odd_pairs(code)) return code - (~code & 1U);
    return code;
}

std::string map_characters(std::string_view text, char32_t (*map)(char32_t))
{
    std::string mapped;
    mapped.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            mapped += static_cast<char>(map(static_cast<unsigned char>(text[at])));
            ++at;
            continue;
        }
        const auto character = character_at(text, at);
        if (character.code == not_a_character) {
            mapped += text[at];
        } else {
            append(mapped, map(character.code));
        }
        at += character.size;
    }
    return mapped;
}

}  // namespace

std::string lower(std::string_view text) { return map_characters(text, lower_of); }
std::string upper(std::string_view text) { return map_characters(text, upper_of); }

}  // namespace caicach::text
