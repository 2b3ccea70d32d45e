#include "html/html.hpp"

#include <array>
#include <bit>
#include <charconv>
#include <cstdint>
#include <cstring>

namespace caicach::html
{

namespace
{

constexpr std::array<std::string_view, 6> replacements{"",     "&amp;",  "&lt;",
                                                       "&gt;", "&quot;", "&#39;"};

constexpr auto replacement_of = [] {
    std::array<unsigned char, 256> table{};
    table['&'] = 1;
    table['<'] = 2;
    table['>'] = 3;
    table['"'] = 4;
    table['\''] = 5;
    return table;
}();

/// Letters looked at together; both compilers make one comparison of them all.
using Block = unsigned char __attribute__((vector_size(16)));

bool has_replaced(const char* letters)
{
    Block block;
    std::memcpy(&block, letters, sizeof block);
    const auto found =
        (block == '&') | (block == '<') | (block == '>') | (block == '"') | (block == '\'');
    const auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(found);
    return (halves[0] | halves[1]) != 0;
}

/// How many letters stand before the first that must be replaced: mostly all of them.
std::size_t clean_length(std::string_view text)
{
    const auto* letters = text.data();
    std::size_t at = 0;
    while (at + sizeof(Block) <= text.size() && !has_replaced(letters + at)) at += sizeof(Block);
    const auto left = text.size() - at;
    const bool ends_clean =
        at > 0 && left < sizeof(Block) && !has_replaced(letters + text.size() - sizeof(Block));
    if (ends_clean) return text.size();
    while (at < text.size() && replacement_of[static_cast<unsigned char>(letters[at])] == 0) ++at;
    return at;
}

void append_escaped(std::string& target, std::string_view text)
{
    auto clean = clean_length(text);
    while (clean < text.size()) {
        const auto replaced = static_cast<unsigned char>(text[clean]);
        target.append(text.substr(0, clean)).append(replacements[replacement_of[replaced]]);
        text.remove_prefix(clean + 1);
        clean = clean_length(text);
    }
    target.append(text);
}

char lower_ascii(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

bool equals_ignoring_case(std::string_view text, std::string_view lower)
{
    if (text.size() != lower.size()) return false;
    for (std::size_t at = 0; at < text.size(); ++at)
        if (lower_ascii(text[at]) != lower[at]) return false;
    return true;
}

bool is_allowed_scheme(std::string_view scheme)
{
    for (const std::string_view allowed : {"http", "https", "mailto", "tel"})
        if (equals_ignoring_case(scheme, allowed)) return true;
    return false;
}

}  // namespace

Url url(std::string_view address)
{
    constexpr auto refused = Url{"#"};
    // Browsers drop control characters and blanks, and read "\" as "/": with them in it, nobody
    // can tell the scheme.
    for (const char letter : address)
        if (static_cast<unsigned char>(letter) <= ' ' || letter == '\\') return refused;
    if (address.starts_with("//")) return refused;
    const auto end_of_scheme = address.find_first_of(":/?#");
    if (end_of_scheme == std::string_view::npos || address[end_of_scheme] != ':')
        return Url{address};
    return is_allowed_scheme(address.substr(0, end_of_scheme)) ? Url{address} : refused;
}

void Writer::operator()(std::initializer_list<Part> parts)
{
    for (const auto& part : parts) {
        switch (part.m_kind) {
            case Part::Kind::raw:
                m_target.append(part.m_text);
                break;
            case Part::Kind::text:
                append_escaped(m_target, part.m_text);
                break;
            case Part::Kind::number:
                write_number(part.m_number);
                break;
        }
    }
}

void Writer::write_number(std::int64_t number)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    m_target.append(digits.data(), end);
}

std::string escaped(std::string_view text)
{
    std::string result;
    result.reserve(text.size() + text.size() / 8);
    append_escaped(result, text);
    return result;
}

}  // namespace caicach::html
