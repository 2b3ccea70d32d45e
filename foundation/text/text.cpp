#include "text/text.hpp"

#include "text/utf8.hpp"

namespace caicach::text
{
namespace
{

bool is_space(char32_t code)
{
    return code == ' ' || (code >= '\t' && code <= '\r') || code == 0xA0 || code == 0x202F ||
           code == 0x3000 || code == 0xFEFF || (code >= 0x2000 && code <= 0x200B);
}

bool is_letter_or_digit(char32_t code)
{
    if (code == not_a_character) return false;
    if (code < 0x80) {
        return (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') ||
               (code >= 'a' && code <= 'z');
    }
    if (code < 0xC0) return code == 0xAA || code == 0xB5 || code == 0xBA;
    if (code == 0xD7 || code == 0xF7) return false;
    // Punctuation, arrows, symbols and box drawing; all else beyond is some script's letters.
    return !(code >= 0x2000 && code <= 0x2BFF) && !(code >= 0x3000 && code <= 0x303F) &&
           !(code >= 0xE000 && code <= 0xF8FF) && code != 0xFEFF && code != 0xFFFD;
}

template <class Piece>
std::string join_pieces(std::span<const Piece> pieces, std::string_view separator)
{
    std::string joined;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (i > 0) joined += separator;
        joined += pieces[i];
    }
    return joined;
}

// Where the last character before `end` begins.
std::size_t start_of_character_before(std::string_view text, std::size_t end)
{
    std::size_t at = end - 1;
    while (at > 0 && end - at < 4 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return at;
}

}  // namespace

std::string_view trim(std::string_view text)
{
    std::size_t begin = 0;
    while (begin < text.size()) {
        const auto character = character_at(text, begin);
        if (!is_space(character.code)) break;
        begin += character.size;
    }
    std::size_t end = text.size();
    while (end > begin) {
        const auto at = start_of_character_before(text, end);
        if (!is_space(character_at(text, at).code)) break;
        end = at;
    }
    return text.substr(begin, end - begin);
}

std::string squeeze(std::string_view text)
{
    std::string squeezed;
    squeezed.reserve(text.size());
    bool owes_space = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = character_at(text, at);
        if (is_space(character.code)) {
            owes_space = !squeezed.empty();
        } else {
            if (owes_space) squeezed += ' ';
            owes_space = false;
            squeezed += text.substr(at, character.size);
        }
        at += character.size;
    }
    return squeezed;
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> pieces;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        if (at < text.size() && text[at] != separator) continue;
        pieces.push_back(text.substr(begin, at - begin));
        begin = at + 1;
    }
    return pieces;
}

std::string join(std::span<const std::string> pieces, std::string_view separator)
{
    return join_pieces(pieces, separator);
}

std::string join(std::span<const std::string_view> pieces, std::string_view separator)
{
    return join_pieces(pieces, separator);
}

std::vector<std::string_view> words(std::string_view text)
{
    std::vector<std::string_view> found;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = character_at(text, at);
        if (!is_letter_or_digit(character.code)) {
            if (at > begin) found.push_back(text.substr(begin, at - begin));
            begin = at + character.size;
        }
        at += character.size;
    }
    if (begin < text.size()) found.push_back(text.substr(begin));
    return found;
}

std::string replace_all(std::string_view text, std::string_view what, std::string_view with)
{
    std::string replaced;
    replaced.reserve(text.size());
    std::size_t begin = 0;
    while (!what.empty()) {
        const auto at = text.find(what, begin);
        if (at == std::string_view::npos) break;
        replaced += text.substr(begin, at - begin);
        replaced += with;
        begin = at + what.size();
    }
    replaced += text.substr(begin);
    return replaced;
}

std::size_t length(std::string_view text)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += character_at(text, at).size) ++count;
    return count;
}

std::string shorten(std::string_view text, std::size_t length_max)
{
    if (length(text) <= length_max) return std::string{text};
    std::size_t cut = 0;
    std::size_t last_space = 0;
    // One character is kept for the ellipsis.
    for (std::size_t count = 0; count + 1 < length_max; ++count) {
        const auto character = character_at(text, cut);
        if (is_space(character.code)) last_space = cut;
        cut += character.size;
    }
    if (cut < text.size() && last_space > 0 && !is_space(character_at(text, cut).code)) {
        cut = last_space;
    }
    return std::string{trim(text.substr(0, cut))} + "…";
}

}  // namespace caicach::text
