#include "base/json_text.hpp"

#include <fmt/format.h>

#include <iterator>

#include "base/utf8.hpp"

namespace caicach
{
namespace
{

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

void append_ascii(std::string& out, char c)
{
    switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\b':
            out += "\\b";
            return;
        case '\f':
            out += "\\f";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        default:
            break;
    }
    // U+0000–U+001F may not stand in a JSON string.
    if (c < 0x20) {
        fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
    } else {
        out += c;
    }
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

}  // namespace

void append_json_text(std::string& out, std::string_view text)
{
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        if (is_ascii(text[at])) {
            append_ascii(out, text[at++]);
            continue;
        }
        const auto character = character_at(text, at);
        out += character.code == not_a_character ? replacement : text.substr(at, character.size);
        at += character.size;
    }
    out += '"';
}

}  // namespace caicach
