#pragma once
#include <algorithm>
#include <string>
#include <string_view>

/// Letters of the protocol, which are ASCII whatever the language.
namespace caicach::http
{

[[nodiscard]] constexpr char lower_ascii(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

[[nodiscard]] constexpr bool equals_ignoring_case(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower_ascii(x) == lower_ascii(y); });
}

[[nodiscard]] inline std::string lower_ascii(std::string_view text)
{
    std::string result(text);
    for (char& letter : result) letter = lower_ascii(letter);
    return result;
}

/// What a token of RFC 9110 is made of: methods and header names.
[[nodiscard]] constexpr bool is_token_letter(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') ||
           std::string_view("!#$%&'*+-.^_`|~").find(letter) != std::string_view::npos;
}

/// No control characters but tab; bytes beyond ASCII are left to their reader.
[[nodiscard]] constexpr bool is_visible(std::string_view text)
{
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if ((byte < 0x20 && letter != '\t') || byte == 0x7f) return false;
    }
    return true;
}

}  // namespace caicach::http
