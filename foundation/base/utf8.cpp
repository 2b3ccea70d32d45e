#include "base/utf8.hpp"

#include <cstdint>

namespace caicach
{
namespace
{

std::uint32_t byte_at(std::string_view text, std::size_t at)
{
    return static_cast<unsigned char>(text[at]);
}

// How long the character is that this byte begins, and the smallest code such a length may hold.
struct Lead {
    std::size_t size{};
    std::uint32_t bits{};
    std::uint32_t code_min{};
};

Lead lead_of(std::uint32_t byte)
{
    if (byte < 0x80) return {1, byte, 0};
    if (byte >= 0xC2 && byte <= 0xDF) return {2, byte & 0x1F, 0x80};
    if (byte >= 0xE0 && byte <= 0xEF) return {3, byte & 0x0F, 0x800};
    if (byte >= 0xF0 && byte <= 0xF4) return {4, byte & 0x07, 0x10000};
    return {};
}

bool is_surrogate(std::uint32_t code) { return code >= 0xD800 && code <= 0xDFFF; }

}  // namespace

Character character_at(std::string_view text, std::size_t at)
{
    const auto lead = lead_of(byte_at(text, at));
    if (lead.size == 0 || at + lead.size > text.size()) return {not_a_character, 1};
    std::uint32_t code = lead.bits;
    for (std::size_t i = 1; i < lead.size; ++i) {
        const auto byte = byte_at(text, at + i);
        if ((byte & 0xC0) != 0x80) return {not_a_character, 1};
        code = code << 6 | (byte & 0x3F);
    }
    if (code < lead.code_min || code > 0x10FFFF || is_surrogate(code)) return {not_a_character, 1};
    return {code, lead.size};
}

}  // namespace caicach
