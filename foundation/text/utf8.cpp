#include "text/utf8.hpp"

#include <cstdint>

#include "text/text.hpp"

namespace caicach::text
{
namespace
{

bool is_surrogate(std::uint32_t code) { return code >= 0xD800 && code <= 0xDFFF; }

}  // namespace

void append(std::string& text, char32_t code)
{
    std::uint32_t value = code;
    if (value > 0x10FFFF || is_surrogate(value)) value = 0xFFFD;
    const auto add = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (value < 0x80) {
        add(value);
    } else if (value < 0x800) {
        add(0xC0 | value >> 6);
        add(0x80 | (value & 0x3F));
    } else if (value < 0x10000) {
        add(0xE0 | value >> 12);
        add(0x80 | (value >> 6 & 0x3F));
        add(0x80 | (value & 0x3F));
    } else {
        add(0xF0 | value >> 18);
        add(0x80 | (value >> 12 & 0x3F));
        add(0x80 | (value >> 6 & 0x3F));
        add(0x80 | (value & 0x3F));
    }
}

bool is_utf8(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const auto character = character_at(text, at);
        if (character.code == not_a_character) return false;
        at += character.size;
    }
    return true;
}

}  // namespace caicach::text
