#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <algorithm>

#include "text/text.hpp"
#include "text/utf8.hpp"

namespace caicach::text
{
namespace
{

bool is_ascii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string with_bad_bytes_replaced(std::string_view text)
{
    std::string valid;
    valid.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto character = character_at(text, at);
        append(valid, character.code);
        at += character.size;
    }
    return valid;
}

std::string composed(const std::string& valid)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfc_form = icu::Normalizer2::getNFCInstance(status);
    const icu::StringPiece piece{valid.data(), static_cast<std::int32_t>(valid.size())};
    if (U_FAILURE(status) || nfc_form->isNormalizedUTF8(piece, status)) return valid;
    std::string result;
    result.reserve(valid.size());
    icu::StringByteSink<std::string> sink{&result};
    nfc_form->normalizeUTF8(0, piece, sink, nullptr, status);
    return U_FAILURE(status) ? valid : result;
}

// What a character becomes in stored text: itself, a space, or nothing.
enum class Fate { keep, space, drop };

Fate fate_of(char32_t code)
{
    if (code == '\t' || code == '\n') return Fate::keep;
    if (code < 0x20 || (code >= 0x7F && code <= 0x9F)) return Fate::drop;
    switch (code) {
        case 0xA0:    // no-break space
        case 0x2007:  // figure space
        case 0x202F:  // narrow no-break space
            return Fate::space;
        case 0xAD:    // soft hyphen
        case 0x200B:  // zero width space
        case 0x2060:  // word joiner
        case 0xFEFF:  // byte order mark
            return Fate::drop;
        default:
            break;
    }
    // Marks that turn the direction of text can make a name read as another one.
    const bool turns = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    return turns ? Fate::drop : Fate::keep;
}

}  // namespace

std::string nfc(std::string_view text)
{
    if (is_ascii(text)) return std::string{text};
    return composed(is_utf8(text) ? std::string{text} : with_bad_bytes_replaced(text));
}

std::string clean_input(std::string_view text)
{
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto character = character_at(text, at);
        const auto size = character.size;
        if (character.code == '\r') {
            // CRLF is one line end, and so is a lone CR of old files.
            if (at + 1 == text.size() || text[at + 1] != '\n') clean += '\n';
        } else if (const auto fate = fate_of(character.code); fate == Fate::space) {
            clean += ' ';
        } else if (fate == Fate::keep) {
            clean += text.substr(at, size);
        }
        at += size;
    }
    return nfc(clean);
}

}  // namespace caicach::text
