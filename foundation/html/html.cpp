#include "html/html.hpp"

#include <array>
#include <charconv>

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

void append_escaped(std::string& target, std::string_view text)
{
    std::size_t written = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto replacement = replacement_of[static_cast<unsigned char>(text[at])];
        if (replacement == 0) continue;
        target.append(text.substr(written, at - written)).append(replacements[replacement]);
        written = at + 1;
    }
    target.append(text.substr(written));
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
