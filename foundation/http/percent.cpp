#include "http/percent.hpp"

namespace caicach::http
{

namespace
{

bool is_unreserved(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || letter == '-' || letter == '.' || letter == '_' ||
           letter == '~';
}

int digit_value(char digit)
{
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

/// The byte of "%XX" at `at`, or -1.
int byte_at(std::string_view text, std::size_t at)
{
    if (at + 2 >= text.size()) return -1;
    const int high = digit_value(text[at + 1]);
    const int low = digit_value(text[at + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

}  // namespace

std::string percent_encoded(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string result;
    result.reserve(text.size());
    for (const char letter : text) {
        if (is_unreserved(letter)) {
            result += letter;
            continue;
        }
        const auto byte = static_cast<unsigned char>(letter);
        result += '%';
        result += digits[byte >> 4U];
        result += digits[byte & 15U];
    }
    return result;
}

std::optional<std::string> percent_decoded(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            result += text[at];
            continue;
        }
        const int byte = byte_at(text, at);
        if (byte < 0) return std::nullopt;
        result += static_cast<char>(byte);
        at += 2;
    }
    return result;
}

std::string form_decoded(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const int byte = text[at] == '%' ? byte_at(text, at) : -1;
        if (byte >= 0) {
            result += static_cast<char>(byte);
            at += 2;
        } else {
            result += text[at] == '+' ? ' ' : text[at];
        }
    }
    return result;
}

void append_to_query(std::string& query, std::string_view name, std::string_view value)
{
    if (value.empty()) return;
    query += query.empty() ? '?' : '&';
    query.append(name).append("=").append(percent_encoded(value));
}

}  // namespace caicach::http
